package org.stele.command.evidence.recordevidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordEvidenceEndpoint.class)
public class RecordEvidenceSlice {

    @Bean
    AxonModule recordEvidence() {
        return AxonModule.of(new RecordEvidenceHandler());
    }
}
