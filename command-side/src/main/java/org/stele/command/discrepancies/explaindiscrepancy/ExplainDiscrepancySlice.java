package org.stele.command.discrepancies.explaindiscrepancy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.discrepancies.RecordedFile;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ExplainDiscrepancyEndpoint.class)
public class ExplainDiscrepancySlice {

    @Bean
    AxonModule explainDiscrepancy() {
        return RecordedFile.module(
                new ExplainDiscrepancyHandler(),
                ExplainDiscrepancyHandler.State.class,
                ExplainDiscrepancyHandler.State::new);
    }
}
