package org.stele.command.access.withdrawaccreditation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawAccreditationEndpoint.class)
public class WithdrawAccreditationSlice {

    @Bean
    AxonModule withdrawAccreditation() {
        return AxonModule.of(new WithdrawAccreditationHandler(), WithdrawAccreditationHandler.State.class);
    }
}
