package org.stele.command.writing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.guard.WriteGate;

/** The one gate of this node: its keepers close it, and every writer checks it. */
@Configuration(proxyBeanMethods = false)
public class WritingConfiguration {

    @Bean
    WriteGate writeGate() {
        return new WriteGate();
    }

    /** The bean's name is the component's name in the health. */
    @Bean("writing")
    WritingHealth writingHealth(WriteGate gate) {
        return new WritingHealth(gate);
    }

    @Bean
    WritingMetrics writingMetrics(WriteGate gate) {
        return new WritingMetrics(gate);
    }
}
