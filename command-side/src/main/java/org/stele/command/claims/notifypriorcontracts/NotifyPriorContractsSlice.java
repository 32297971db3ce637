package org.stele.command.claims.notifypriorcontracts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(NotifyPriorContractsEndpoint.class)
public class NotifyPriorContractsSlice {

    @Bean
    AxonModule notifyPriorContracts() {
        return AxonModule.of(new NotifyPriorContractsHandler());
    }
}
