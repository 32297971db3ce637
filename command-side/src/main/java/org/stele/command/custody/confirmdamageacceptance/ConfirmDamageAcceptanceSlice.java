package org.stele.command.custody.confirmdamageacceptance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.eventstore.damage.Damages;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ConfirmDamageAcceptanceEndpoint.class)
public class ConfirmDamageAcceptanceSlice {

    @Bean
    AxonModule confirmDamageAcceptance(Damages damages) {
        return AxonModule.of(new ConfirmDamageAcceptanceHandler(damages), ConfirmDamageAcceptanceHandler.State.class);
    }
}
