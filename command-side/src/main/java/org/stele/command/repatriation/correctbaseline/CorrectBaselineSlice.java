package org.stele.command.repatriation.correctbaseline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(CorrectBaselineEndpoint.class)
public class CorrectBaselineSlice {

    @Bean
    AxonModule correctBaseline() {
        return AxonModule.of(new CorrectBaselineHandler(), CorrectBaselineHandler.State.class);
    }
}
