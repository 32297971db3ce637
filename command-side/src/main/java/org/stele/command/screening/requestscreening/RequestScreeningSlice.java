package org.stele.command.screening.requestscreening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RequestScreeningEndpoint.class)
public class RequestScreeningSlice {

    @Bean
    AxonModule requestScreening() {
        return AxonModule.of(new RequestScreeningHandler());
    }
}
