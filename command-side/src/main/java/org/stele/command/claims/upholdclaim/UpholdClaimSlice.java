package org.stele.command.claims.upholdclaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(UpholdClaimEndpoint.class)
public class UpholdClaimSlice {

    @Bean
    AxonModule upholdClaim() {
        return AxonModule.of(new UpholdClaimHandler(), UpholdClaimHandler.State.class);
    }
}
