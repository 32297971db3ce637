package org.stele.command.screening.reopenscreening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
public class ReopenScreeningSlice {

    @Bean
    AxonModule reopenScreening() {
        return AxonModule.of(new ReopenScreeningHandler(), ReopenScreeningHandler.State.class);
    }
}
