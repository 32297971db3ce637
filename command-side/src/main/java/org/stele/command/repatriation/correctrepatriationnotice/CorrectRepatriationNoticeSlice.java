package org.stele.command.repatriation.correctrepatriationnotice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.events.seal.Seals;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(CorrectRepatriationNoticeEndpoint.class)
public class CorrectRepatriationNoticeSlice {

    @Bean
    AxonModule correctRepatriationNotice(Seals seals) {
        return AxonModule.of(new CorrectRepatriationNoticeHandler(seals), CorrectRepatriationNoticeHandler.State.class);
    }
}
