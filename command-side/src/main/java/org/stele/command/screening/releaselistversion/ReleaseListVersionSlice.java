package org.stele.command.screening.releaselistversion;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ReleaseListVersionEndpoint.class)
public class ReleaseListVersionSlice {

    @Bean
    AxonModule releaseListVersion() {
        return AxonModule.of(new ReleaseListVersionHandler(), String.class, ReleaseListVersionHandler.State.class);
    }
}
