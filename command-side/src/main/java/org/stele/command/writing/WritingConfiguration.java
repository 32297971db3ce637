package org.stele.command.writing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.guard.WriteGate;

/** The one gate of this node: whoever finds what must not be built upon closes it, and all that writes asks it. */
@Configuration(proxyBeanMethods = false)
public class WritingConfiguration {

    @Bean
    WriteGate writeGate() {
        return new WriteGate();
    }

    /** The name is that of the component in the health. */
    @Bean("writing")
    WritingHealth writingHealth(WriteGate gate) {
        return new WritingHealth(gate);
    }

    @Bean
    WritingMetrics writingMetrics(WriteGate gate) {
        return new WritingMetrics(gate);
    }
}
