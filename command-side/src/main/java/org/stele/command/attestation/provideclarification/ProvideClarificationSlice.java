package org.stele.command.attestation.provideclarification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProvideClarificationEndpoint.class)
public class ProvideClarificationSlice {

    @Bean
    AxonModule provideClarification() {
        return AxonModule.of(new ProvideClarificationHandler(), ProvideClarificationHandler.State.class);
    }
}
