package org.stele.command.custody.proposedamageacceptance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.eventstore.damage.Damages;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProposeDamageAcceptanceEndpoint.class)
public class ProposeDamageAcceptanceSlice {

    @Bean
    AxonModule proposeDamageAcceptance(Damages damages) {
        return AxonModule.of(new ProposeDamageAcceptanceHandler(damages), ProposeDamageAcceptanceHandler.State.class);
    }
}
