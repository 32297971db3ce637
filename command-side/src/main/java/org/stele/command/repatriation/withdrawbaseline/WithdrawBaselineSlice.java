package org.stele.command.repatriation.withdrawbaseline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawBaselineEndpoint.class)
public class WithdrawBaselineSlice {

    @Bean
    AxonModule withdrawBaseline() {
        return AxonModule.of(new WithdrawBaselineHandler(), WithdrawBaselineHandler.State.class);
    }
}
