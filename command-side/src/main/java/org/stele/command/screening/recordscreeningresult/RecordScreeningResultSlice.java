package org.stele.command.screening.recordscreeningresult;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.screening.ScreeningIds;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordScreeningResultEndpoint.class)
public class RecordScreeningResultSlice {

    @Bean
    AxonModule recordScreeningResult() {
        return AxonModule.of(new RecordScreeningResultHandler(), RecordScreeningResultHandler.State.class);
    }

    @Bean
    AxonModule recordScreeningResults() {
        return AxonModule.of(
                new RecordScreeningResultsHandler(), ScreeningIds.class, RecordScreeningResultsHandler.State.class);
    }
}
