package org.stele.command.attestation.withdrawattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawAttestationEndpoint.class)
public class WithdrawAttestationSlice {

    @Bean
    AxonModule withdrawAttestation() {
        return AxonModule.of(new WithdrawAttestationHandler(), WithdrawAttestationHandler.State.class);
    }
}
