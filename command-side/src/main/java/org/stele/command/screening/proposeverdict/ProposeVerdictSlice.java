package org.stele.command.screening.proposeverdict;

import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.screening.listversions.ListVersions;
import org.stele.events.Sha256Digest;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProposeVerdictEndpoint.class)
public class ProposeVerdictSlice {

    @Bean
    AxonModule proposeVerdict(ListVersions lists) {
        return module(lists::knows);
    }

    static AxonModule module(Predicate<Sha256Digest> isListOnRecord) {
        return AxonModule.of(
                new ProposeVerdictHandler(isListOnRecord), VerdictScreenings.class, ProposeVerdictHandler.State.class);
    }
}
