package org.stele.command.custody.shredsubjectkey;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.custody.Rounds;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.SubjectKeys;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ShredSubjectKeyEndpoint.class)
public class ShredSubjectKeySlice {

    @Bean
    AxonModule shredSubjectKey(SubjectKeys keys) {
        return AxonModule.of(new ShredSubjectKeyHandler(keys::keyOf));
    }

    @Bean
    Shreddings shreddings(@Qualifier("commandLedgerReader") LedgerReader ledger, SubjectKeys keys) {
        return new Shreddings(ledger, keys);
    }

    @Bean
    Rounds shreddingRounds(Shreddings shreddings) {
        return new Rounds("shreddings", Duration.ofSeconds(5), shreddings::round);
    }
}
