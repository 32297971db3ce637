package org.stele.command.claims.claimoutofscope;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ClaimOutOfScopeEndpoint.class)
public class ClaimOutOfScopeSlice {

    @Bean
    AxonModule claimOutOfScope() {
        return AxonModule.of(new ClaimOutOfScopeHandler());
    }
}
