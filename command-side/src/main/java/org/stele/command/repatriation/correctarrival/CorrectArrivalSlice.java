package org.stele.command.repatriation.correctarrival;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(CorrectArrivalEndpoint.class)
public class CorrectArrivalSlice {

    @Bean
    AxonModule correctArrival() {
        return AxonModule.of(new CorrectArrivalHandler(), CorrectArrivalHandler.State.class);
    }
}
