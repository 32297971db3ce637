package org.stele.command.screening.returnverdict;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ReturnVerdictEndpoint.class)
public class ReturnVerdictSlice {

    @Bean
    AxonModule returnVerdict() {
        return AxonModule.of(new ReturnVerdictHandler(), ReturnVerdictHandler.State.class);
    }
}
