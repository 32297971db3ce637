package org.stele.command.repatriation.recordarrival;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordArrivalEndpoint.class)
public class RecordArrivalSlice {

    @Bean
    AxonModule recordArrival() {
        return AxonModule.of(new RecordArrivalHandler());
    }
}
