package org.stele.command.claims.disputeclaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(DisputeClaimEndpoint.class)
public class DisputeClaimSlice {

    @Bean
    AxonModule disputeClaim() {
        return AxonModule.of(new DisputeClaimHandler(), DisputeClaimHandler.State.class);
    }
}
