package org.stele.command.attestation.withholdattestation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithholdAttestationEndpoint.class)
public class WithholdAttestationSlice {

    @Bean
    AxonModule withholdAttestation() {
        return AxonModule.of(new WithholdAttestationHandler(), WithholdAttestationHandler.State.class);
    }
}
