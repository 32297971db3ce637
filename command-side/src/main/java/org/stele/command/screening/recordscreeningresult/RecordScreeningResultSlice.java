package org.stele.command.screening.recordscreeningresult;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordScreeningResultEndpoint.class)
public class RecordScreeningResultSlice {

    @Bean
    AxonModule recordScreeningResult() {
        return AxonModule.of(new RecordScreeningResultHandler(), RecordScreeningResultHandler.State.class);
    }
}
