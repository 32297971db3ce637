package org.stele.command.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.stele.command.entry.LedgerCommand;

/**
 * Decides commands together, without reading the ledger, by the same handlers as any command, and records their events
 * in one append. The append is refused if the ledger holds an event that one of the decisions would have read: the
 * decision could have been another one. So nothing has to be read, and the next commands can be decided without
 * waiting.
 *
 * <p>Safe for all threads. The appends of one thread are recorded in the order of its calls.
 */
final class Together implements AutoCloseable {

    private final Scratch scratch = new Scratch();
    private final AxonConfiguration axon;
    private final CommandGateway gateway;
    private final EventStorageEngine ledger;

    /** @param modules registers the handlers of all commands */
    Together(UnaryOperator<EventSourcingConfigurer> modules, EventStorageEngine ledger) {
        EventSourcingConfigurer configurer = CommandAxonConfiguration.configure(EventSourcingConfigurer.create());
        configurer.registerEventStorageEngine(config -> scratch);
        this.axon = modules.apply(configurer).build();
        this.axon.start();
        this.gateway = axon.getComponent(CommandGateway.class);
        this.ledger = ledger;
    }

    /** Completes with the position of the last event; exceptionally with the refusal of a command or of the append. */
    CompletableFuture<Long> record(List<LedgerCommand> commands, Metadata metadata) {
        Scratch.Sheet sheet = decide(commands, metadata);
        AppendCondition condition = sheet.asked().isEmpty()
                ? AppendCondition.none()
                : AppendCondition.withCriteria(EventCriteria.either(sheet.asked()));
        return ledger.appendEvents(condition, null, sheet.events())
                .thenCompose(Together::commit)
                .thenApply(Long.class::cast);
    }

    private Scratch.Sheet decide(List<LedgerCommand> commands, Metadata metadata) {
        scratch.begin();
        try {
            for (LedgerCommand command : commands) {
                gateway.send(command, metadata).getResultMessage().join();
            }
        } catch (RuntimeException e) {
            scratch.end();
            throw e;
        }
        return scratch.end();
    }

    private static CompletableFuture<?> commit(AppendTransaction<?> append) {
        return append.commit(null);
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
