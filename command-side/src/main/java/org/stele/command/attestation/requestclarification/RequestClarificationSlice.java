package org.stele.command.attestation.requestclarification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RequestClarificationEndpoint.class)
public class RequestClarificationSlice {

    @Bean
    AxonModule requestClarification() {
        return AxonModule.of(new RequestClarificationHandler(), RequestClarificationHandler.State.class);
    }
}
