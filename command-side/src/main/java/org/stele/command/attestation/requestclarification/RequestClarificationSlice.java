package org.stele.command.attestation.requestclarification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.rules.SeenDiscrepancies;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RequestClarificationEndpoint.class)
public class RequestClarificationSlice {

    @Bean
    AxonModule requestClarification(SeenDiscrepancies seenDiscrepancies) {
        return module(seenDiscrepancies);
    }

    static AxonModule module(SeenDiscrepancies seen) {
        return AxonModule.of(new RequestClarificationHandler(seen), RequestClarificationHandler.State.class);
    }
}
