package org.stele.command.screening.recordscreeningfailure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordScreeningFailureEndpoint.class)
public class RecordScreeningFailureSlice {

    @Bean
    AxonModule recordScreeningFailure() {
        return AxonModule.of(new RecordScreeningFailureHandler(), RecordScreeningFailureHandler.State.class);
    }
}
