package org.stele.command.attestation.publishattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(PublishAttestationEndpoint.class)
public class PublishAttestationSlice {

    @Bean
    AxonModule publishAttestation() {
        return AxonModule.of(new PublishAttestationHandler(), PublishAttestationHandler.State.class);
    }
}
