package org.stele.command.attestation.receiveattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ReceiveAttestationEndpoint.class)
public class ReceiveAttestationSlice {

    @Bean
    AxonModule receiveAttestation() {
        return AxonModule.of(new ReceiveAttestationHandler(), ReceiveAttestationHandler.State.class);
    }
}
