package org.stele.command.attestation.unpublishattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(UnpublishAttestationEndpoint.class)
public class UnpublishAttestationSlice {

    @Bean
    AxonModule unpublishAttestation() {
        return AxonModule.of(new UnpublishAttestationHandler(), UnpublishAttestationHandler.State.class);
    }
}
