package org.stele.command.access.revokesigningkey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RevokeSigningKeyEndpoint.class)
public class RevokeSigningKeySlice {

    @Bean
    AxonModule revokeSigningKey() {
        return AxonModule.of(new RevokeSigningKeyHandler());
    }
}
