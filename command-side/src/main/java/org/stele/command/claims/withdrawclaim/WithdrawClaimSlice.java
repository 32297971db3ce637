package org.stele.command.claims.withdrawclaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawClaimEndpoint.class)
public class WithdrawClaimSlice {

    @Bean
    AxonModule withdrawClaim() {
        return AxonModule.of(new WithdrawClaimHandler(), WithdrawClaimHandler.State.class);
    }
}
