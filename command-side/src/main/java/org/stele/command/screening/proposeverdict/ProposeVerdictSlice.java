package org.stele.command.screening.proposeverdict;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProposeVerdictEndpoint.class)
public class ProposeVerdictSlice {

    @Bean
    AxonModule proposeVerdict() {
        return AxonModule.of(new ProposeVerdictHandler(), ProposeVerdictHandler.State.class);
    }
}
