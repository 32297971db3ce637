package org.stele.command.repatriation.withdrawarrival;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawArrivalEndpoint.class)
public class WithdrawArrivalSlice {

    @Bean
    AxonModule withdrawArrival() {
        return AxonModule.of(new WithdrawArrivalHandler(), WithdrawArrivalHandler.State.class);
    }
}
