package org.stele.standalone.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.command.entry.Commands;
import org.stele.command.importing.ImportStopped;
import org.stele.command.importing.Importer;
import org.stele.events.Role;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.account.Accounts;
import org.stele.query.projection.ProjectionHealth;
import org.stele.standalone.home.SteleHome;

/**
 * Enters the demonstration's files at every start: on an empty home they are recorded, later starts record none twice.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class DemoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoConfiguration.class);

    @Bean
    DemoHealth demoHealth() {
        return new DemoHealth();
    }

    /** Only for whoever sits at this machine: elsewhere nobody is let in by a password that a file has. */
    @Bean
    @Conditional(DemoAccountsAllowed.class)
    DemoAccounts demoAccounts(Commands commands, Accounts accounts, PasswordEncoder encoder) {
        return new DemoAccounts(SteleHome.fromEnvironment().demoCredentials(), commands, accounts, encoder);
    }

    @Bean
    @Order(0)
    ApplicationRunner demo(
            Commands commands,
            AppendReceipts receipts,
            Importer importer,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            ProjectionHealth projection,
            WriteGate gate,
            ObjectProvider<DemoAccounts> accounts,
            DemoHealth health) {
        DemoFiles files = new DemoFiles(
                importer,
                id -> receipts.find(Role.REGISTRAR.id(), id.value()) != null,
                new DemoList(commands, ledger, Clock.systemUTC()));
        return _ -> {
            enter(files, accounts.getIfAvailable(), gate, health);
            projection.require(ledger.head());
        };
    }

    /** A ledger that does not take these events is shown all the same, and says why the demonstration is not complete. */
    private static void enter(DemoFiles files, @Nullable DemoAccounts accounts, WriteGate gate, DemoHealth health)
            throws IOException {
        try {
            gate.requireOpen();
            files.enter();
            if (accounts != null) {
                accounts.open();
            }
            health.finished();
        } catch (LedgerUnavailable e) {
            leaveOut(e, health);
        } catch (ImportStopped e) {
            leaveOut(Objects.requireNonNull(e.getCause()), health);
        }
    }

    private static void leaveOut(Throwable refusal, DemoHealth health) {
        String reason = String.valueOf(refusal.getMessage());
        LOG.error("The demonstration is not entered; start again when this is mended. {}", reason);
        health.refused(reason);
    }
}
