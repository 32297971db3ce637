package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.append.postgres.CredulousWriter;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandAlreadyRecorded;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.eventstore.schema.LedgerRoles;

/** A Node is the ledger's engine as an application has it, on some database. */
final class Node {

    private static final MessageType TYPE = new MessageType(new QualifiedName(Order.TYPE), "1");

    private final DataSource command;
    private final LedgerReader reader;
    private final LedgerSignal signal;
    private final AppendReceipts receipts;
    private final Starting starting;
    private LedgerEventStorageEngine engine;

    @FunctionalInterface
    private interface Starting {
        Sequencer start(DataSource dataSource, LedgerSignal signal, StateTag stateTag);
    }

    static Node of(String url) {
        return new Node(url, PostgresStore::sequencer);
    }

    /** One that takes the database as it is. */
    static Node trusting(String url) {
        return new Node(url, CredulousWriter::start);
    }

    private Node(String url, Starting starting) {
        this.starting = starting;
        DataSource query = LedgerDatabase.dataSource(url, LedgerRoles.PROJECTION);
        this.command = LedgerDatabase.dataSource(url, LedgerRoles.COMMAND);
        this.reader = new LedgerReader(query);
        this.signal = LedgerSignal.start(query, Duration.ofSeconds(1));
        this.receipts = new AppendReceipts(pool(query));
        this.engine = newEngine();
    }

    private static HikariDataSource pool(DataSource query) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(query);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(2_000);
        // The database may come up after this process.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private LedgerEventStorageEngine newEngine() {
        return new LedgerEventStorageEngine(
                reader,
                signal,
                starting.start(command, signal, LedgerDatabase.STATE_TAG),
                new DelegatingEventConverter(new LedgerConverter()));
    }

    /** Goes on with a sequencer that knows nothing of what the one before has written. */
    void forgetThePast() {
        engine = newEngine();
    }

    Answer record(Order order) {
        try {
            engine.appendEvents(condition(order), null, events(order))
                    .thenCompose(transaction -> commit(transaction))
                    .join();
            return recorded(order, receipts.find(order.state(), order.commandId()));
        } catch (LedgerUnavailable e) {
            return unknown(e);
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case CommandAlreadyRecorded before -> recorded(order, before.receipt());
                case AppendEventsTransactionRejectedException conflict -> new Answer.Conflicting();
                case null, default -> unknown(e);
            };
        }
    }

    private static Answer unknown(Throwable failure) {
        return new Answer.Unknown(Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" <- ")));
    }

    private static Answer recorded(Order order, @Nullable AppendReceipt receipt) {
        if (receipt == null || !receipt.requestSha256().equals(order.key().requestSha256())) {
            return new Answer.Unknown("The receipt is not that of the order: " + receipt);
        }
        return new Answer.Recorded(receipt);
    }

    private static AppendCondition condition(Order order) {
        return order.slot().isEmpty()
                ? AppendCondition.none()
                : AppendCondition.withCriteria(EventCriteria.havingTags(new Tag(Order.SLOT_TAG, order.slot())))
                        .withMarker(new GlobalIndexConsistencyMarker(0));
    }

    private static List<TaggedEventMessage<?>> events(Order order) {
        Set<Tag> tags = order.tags().stream()
                .map(tag -> tag.split("=", 2))
                .map(halves -> new Tag(halves[0], halves[1]))
                .collect(Collectors.toSet());
        return order.facts().stream()
                .<TaggedEventMessage<?>>map(fact -> new GenericTaggedEventMessage<>(
                        new GenericEventMessage(
                                fact.eventId().toString(),
                                TYPE,
                                fact.payload().getBytes(UTF_8),
                                order.key().metadata(),
                                order.decidedAt()),
                        tags))
                .toList();
    }

    private static <R> CompletableFuture<?> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null).thenCompose(result -> transaction.afterCommit(result, null));
    }

    /** The head that this node has heard of. */
    long head() {
        return signal.head();
    }
}
