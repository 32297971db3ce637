package org.stele.command.signing;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.audit.BackgroundAudit;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;

/** The checkpoint signer of this node. */
@Configuration(proxyBeanMethods = false)
public class SigningConfiguration {

    private static final Duration TIME_TO_BEGIN = Duration.ofSeconds(10);

    /**
     * Refuses invalid signing settings, where a key exists already.
     *
     * @throws SigningRefused with what was expected and what came
     */
    public static void requireReadable(Environment environment) {
        SigningProperties properties = new SigningProperties(environment);
        if (properties.hasKey()) {
            properties.settings();
        }
    }

    /** The same, and makes the key where there is none. */
    public static void requireUsable(Environment environment) {
        new SigningProperties(environment).settings();
    }

    @Bean
    SigningHome signingHome(Environment environment) {
        return new SigningProperties(environment).home();
    }

    @Bean
    CheckpointSigner.Settings signingSettings(Environment environment) {
        return new SigningProperties(environment).settings();
    }

    /**
     * It keeps one connection. The reader is a parameter so that the ledger is opened, and its checks at the start are
     * done, before.
     */
    @Bean(destroyMethod = "close")
    CheckpointSigner checkpointSigner(
            @Qualifier("commandDataSource") DataSource database,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            CheckpointSigner.Settings settings,
            BackgroundAudit audit,
            WriteGate gate)
            throws InterruptedException {
        CheckpointSigner signer = CheckpointSigner.start(database, settings, gate);
        // Whoever sends the first command would be refused otherwise; a database that fails does not hold up the start.
        signer.awaitBegun(TIME_TO_BEGIN);
        return signer;
    }

    /** The bean's name is the component's name in the health. */
    @Bean("signing")
    SigningHealth signingHealth(CheckpointSigner signer, @Qualifier("commandLedgerReader") LedgerReader ledger) {
        return new SigningHealth(signer, ledger);
    }

    @Bean
    SigningMetrics signingMetrics(CheckpointSigner signer, @Qualifier("commandLedgerReader") LedgerReader ledger) {
        return new SigningMetrics(signer, ledger);
    }
}
