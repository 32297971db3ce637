package org.stele.command.axon;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.annotation.MethodInvokingMessageHandlingMember;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Signing;
import org.stele.command.submitters.StateRoots;
import org.stele.command.submitters.SubmitterRules;
import org.stele.command.writing.WritingConfiguration;
import org.stele.events.Actor;
import org.stele.events.Tags;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.axon.EventEncoder;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.RollbackGuard;
import org.stele.keys.KeyedIds;

/**
 * The command side's own Axon, configured by every {@link AxonModule}. It has no transaction manager: a command records
 * in one append, which the ledger makes atomic.
 */
@Configuration(proxyBeanMethods = false)
@Import({CommandDatabase.class, WritingConfiguration.class})
public class CommandAxonConfiguration {

    /** Each waiting command holds a connection of its client; half of the server's connections are left to readers. */
    private static final int MAX_WAITING = 4_000;

    /** The last event may be three years old when this node starts: a clock that is wrong is usually wrong by more. */
    private static final int LONGEST_IDLE_DAYS = 1_096;

    /** The metadata of a command that each of its events carries: the actor, the command key, and a signature. */
    private static final String[] RECORDED_METADATA = Stream.concat(
                    Stream.of(
                            Actor.STAFF_ID_KEY,
                            Actor.ROLE_KEY,
                            Actor.MEMBER_STATE_KEY,
                            CommandKey.SCOPE,
                            CommandKey.COMMAND_ID,
                            CommandKey.REQUEST_SHA256),
                    Signing.names().stream())
            .toArray(String[]::new);

    /**
     * Refuses, before anything is written, a database that does not extend what was signed or could lose what it
     * confirms.
     */
    @Bean
    CommandLedger commandLedger(
            @Qualifier(CommandDatabase.BEAN) DataSource database,
            CheckpointSigner.Settings signing,
            WriteGate gate,
            @Value("${stele.command.most-waiting:" + MAX_WAITING + "}") int mostWaiting,
            @Value("${stele.longest-idle-days:" + LONGEST_IDLE_DAYS + "}") long longestIdleDays)
            throws IOException, SQLException {
        RollbackGuard.requireExtends(database, signing.home(), signing.keys());
        Durability durability = Durability.configured();
        durability.require(database);
        return new CommandLedger(
                database,
                new NodeSettings(
                        new StateTag(Tags.MEMBER_STATE),
                        gate,
                        mostWaiting,
                        durability,
                        Duration.ofDays(longestIdleDays)));
    }

    /**
     * Axon logs every refusal as a failed handler. A refusal is a regular answer, and clients may cause any number of
     * them.
     */
    @Bean
    CommandAxon commandAxon(
            List<AxonModule> modules,
            CommandLedger ledger,
            CheckpointSigner.Settings signing,
            @Value("${stele.roots:}") String roots,
            ObjectProvider<LoggingSystem> logging)
            throws IOException {
        logging.ifAvailable(
                system -> system.setLogLevel(MethodInvokingMessageHandlingMember.class.getName(), LogLevel.ERROR));
        EventSourcingConfigurer axon = configure(EventSourcingConfigurer.create());
        SubmitterRules rules = new SubmitterRules(signing.keys().origin(), StateRoots.read(roots), ledger.reader());
        axon.registerEventStorageEngine(config -> {
            EventConverter converter = config.getComponent(EventConverter.class);
            return new SignedEngine(
                    ledger.engine(converter), new EventEncoder(converter, new StateTag(Tags.MEMBER_STATE)), rules);
        });
        for (AxonModule module : modules) {
            axon = module.apply(axon);
        }
        return new CommandAxon(axon.build());
    }

    /** The configuration that does not depend on slices or store; the slices' tests use it too. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer axon) {
        return axon.registerTagResolver(config -> new DeclaredTags())
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class)
                        .registerComponent(Converter.class, config -> new EventJsonConverter())
                        .registerComponent(CorrelationDataProviderRegistry.class, config -> recordedMetadata()));
    }

    private static CorrelationDataProviderRegistry recordedMetadata() {
        return new DefaultCorrelationDataProviderRegistry()
                .registerProvider(config -> new SimpleCorrelationDataProvider(RECORDED_METADATA));
    }

    @Bean
    LedgerReader commandLedgerReader(CommandLedger ledger) {
        return ledger.reader();
    }

    @Bean
    AppendReceipts commandReceipts(CommandLedger ledger) {
        return ledger.receipts();
    }

    @Bean
    CommandGateway commandGateway(CommandAxon axon) {
        return axon.configuration.getComponent(CommandGateway.class);
    }

    /** The handlers a second time, for commands that are decided together, without the ledger's events. */
    @Bean
    Together commandsTogether(List<AxonModule> modules, CommandAxon axon) {
        return new Together(
                configurer -> {
                    EventSourcingConfigurer all = configurer;
                    for (AxonModule module : modules) {
                        all = module.apply(all);
                    }
                    return all;
                },
                axon.configuration.getComponent(EventStorageEngine.class));
    }

    @Bean
    Commands commands(
            CommandGateway commandGateway,
            AppendReceipts commandReceipts,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            Together commandsTogether,
            KeyedIds keyedIds) {
        return new LedgerCommands(commandGateway, commandReceipts, ledger, commandsTogether, keyedIds);
    }

    /**
     * Axon, started and stopped with the application. A type of its own, so that it is not confused with the query
     * side's.
     */
    static final class CommandAxon implements SmartLifecycle {

        private final AxonConfiguration configuration;
        private volatile boolean running;

        CommandAxon(AxonConfiguration configuration) {
            this.configuration = configuration;
        }

        @Override
        public void start() {
            configuration.start();
            running = true;
        }

        @Override
        public void stop() {
            configuration.shutdown();
            running = false;
        }

        /** Starts before the web server accepts requests, and stops after it. */
        @Override
        public int getPhase() {
            return DEFAULT_PHASE - 4096;
        }

        /** A stopped instance is not started again: Axon refuses to subscribe the same handlers twice. */
        @Override
        public boolean isPauseable() {
            return false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
