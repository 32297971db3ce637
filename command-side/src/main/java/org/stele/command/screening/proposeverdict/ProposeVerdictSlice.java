package org.stele.command.screening.proposeverdict;

import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.screening.listversions.ListVersions;
import org.stele.events.Sha256Digest;
import org.stele.events.seal.Seals;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProposeVerdictEndpoint.class)
public class ProposeVerdictSlice {

    @Bean
    AxonModule proposeVerdict(ListVersions lists, Seals seals) {
        return module(lists::knows, GroundsSealing.under(seals));
    }

    static AxonModule module(Predicate<Sha256Digest> isListOnRecord, GroundsSealing sealing) {
        return AxonModule.of(
                new ProposeVerdictHandler(isListOnRecord, sealing),
                VerdictScreenings.class,
                ProposeVerdictHandler.State.class);
    }
}
