package org.stele.command.sealing;

import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.home.SigningHome;
import org.stele.keys.KeySettings;
import org.stele.keys.KeyedIds;
import org.stele.keys.SubjectKeys;

/** The keys of subjects, apart from the ledger. */
@Configuration(proxyBeanMethods = false)
public class SealingConfiguration {

    /** STELE_KEYS_URL names their store, and STELE_KEYS_MASTER what wraps them; both are made at the first start. */
    @Bean
    SubjectKeys subjectKeys(
            Environment environment, SigningHome home, @Qualifier("commandDataSource") DataSource ledger)
            throws IOException {
        KeySettings settings = settings(environment, home);
        settings.requireApartFrom(ledger);
        return settings.open();
    }

    @Bean
    KeyedIds keyedIds(SubjectKeys keys) {
        return keys.ids();
    }

    static KeySettings settings(Environment environment, SigningHome home) {
        return KeySettings.of(name -> Objects.requireNonNull(environment.getProperty(name, "")), home.directory());
    }
}
