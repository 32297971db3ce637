package org.stele.command.evidence.resolveevidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ResolveEvidenceEndpoint.class)
public class ResolveEvidenceSlice {

    @Bean
    AxonModule resolveEvidence() {
        return AxonModule.of(new ResolveEvidenceHandler(), ResolveEvidenceHandler.State.class);
    }
}
