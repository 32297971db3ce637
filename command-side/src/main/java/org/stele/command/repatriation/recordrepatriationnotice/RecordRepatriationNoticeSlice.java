package org.stele.command.repatriation.recordrepatriationnotice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.events.seal.Seals;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordRepatriationNoticeEndpoint.class)
public class RecordRepatriationNoticeSlice {

    @Bean
    AxonModule recordRepatriationNotice(Seals seals) {
        return AxonModule.of(new RecordRepatriationNoticeHandler(seals));
    }
}
