package org.stele.command.attestation.amendattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(AmendAttestationEndpoint.class)
public class AmendAttestationSlice {

    @Bean
    AxonModule amendAttestation() {
        return AxonModule.of(new AmendAttestationHandler(), AmendAttestationHandler.State.class);
    }
}
