package org.stele.command.access.accreditofficial;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(AccreditOfficialEndpoint.class)
public class AccreditOfficialSlice {

    @Bean
    AxonModule accreditOfficial() {
        return AxonModule.of(new AccreditOfficialHandler());
    }
}
