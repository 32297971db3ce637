package org.stele.command.repatriation.declarebaseline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(DeclareBaselineEndpoint.class)
public class DeclareBaselineSlice {

    @Bean
    AxonModule declareBaseline() {
        return AxonModule.of(new DeclareBaselineHandler());
    }
}
