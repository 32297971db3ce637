package org.stele.command.screening.loadlistversion;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(LoadListVersionEndpoint.class)
public class LoadListVersionSlice {

    @Bean
    AxonModule loadListVersion() {
        return AxonModule.of(new LoadListVersionHandler(), String.class, LoadListVersionHandler.State.class);
    }
}
