package org.stele.command.attestation.acceptasfiled;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(AcceptAsFiledEndpoint.class)
public class AcceptAsFiledSlice {

    @Bean
    AxonModule acceptAsFiled() {
        return AxonModule.of(new AcceptAsFiledHandler(), AcceptAsFiledHandler.State.class);
    }
}
