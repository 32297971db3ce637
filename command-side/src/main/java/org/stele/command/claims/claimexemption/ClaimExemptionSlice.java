package org.stele.command.claims.claimexemption;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.events.seal.Seals;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ClaimExemptionEndpoint.class)
public class ClaimExemptionSlice {

    @Bean
    AxonModule claimExemption(Seals seals) {
        return AxonModule.of(new ClaimExemptionHandler(seals));
    }
}
