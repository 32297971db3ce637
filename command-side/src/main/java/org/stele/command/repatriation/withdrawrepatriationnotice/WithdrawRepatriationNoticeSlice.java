package org.stele.command.repatriation.withdrawrepatriationnotice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(WithdrawRepatriationNoticeEndpoint.class)
public class WithdrawRepatriationNoticeSlice {

    @Bean
    AxonModule withdrawRepatriationNotice() {
        return AxonModule.of(new WithdrawRepatriationNoticeHandler(), WithdrawRepatriationNoticeHandler.State.class);
    }
}
