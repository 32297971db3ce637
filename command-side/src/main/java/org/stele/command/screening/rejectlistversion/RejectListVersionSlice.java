package org.stele.command.screening.rejectlistversion;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RejectListVersionEndpoint.class)
public class RejectListVersionSlice {

    @Bean
    AxonModule rejectListVersion() {
        return AxonModule.of(new RejectListVersionHandler(), String.class, RejectListVersionHandler.State.class);
    }
}
