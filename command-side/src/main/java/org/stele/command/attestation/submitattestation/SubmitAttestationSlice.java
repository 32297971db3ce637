package org.stele.command.attestation.submitattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(SubmitAttestationEndpoint.class)
public class SubmitAttestationSlice {

    @Bean
    AxonModule submitAttestation() {
        return AxonModule.of(new SubmitAttestationHandler());
    }
}
