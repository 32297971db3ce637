package org.stele.command.screening.confirmverdict;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ConfirmVerdictEndpoint.class)
public class ConfirmVerdictSlice {

    @Bean
    AxonModule confirmVerdict() {
        return AxonModule.of(new ConfirmVerdictHandler(), ConfirmVerdictHandler.State.class);
    }
}
