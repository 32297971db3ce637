package org.stele.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.append.postgres.CredulousWriter;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.ledger.Hash;

/** A TestLedger is one node on a test database: signal, sequencer, engine and reader, wired as in production. */
public final class TestLedger implements AutoCloseable {

    public static final StateTag STATE_TAG = new StateTag("memberState");

    private static final Instant DECIDED_AT = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private final TestDatabase database;
    private final LedgerSignal signal;
    private final WriteGate gate = new WriteGate();
    private final Sequencer sequencer;
    private final HikariDataSource readers;
    private final LedgerReader reader;
    private final LedgerEventStorageEngine engine;

    private TestLedger(TestDatabase database, Starting starting) {
        this.database = database;
        this.signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(5));
        this.sequencer = starting.start(signal, gate);
        this.readers = new HikariDataSource();
        readers.setDataSource(database.projection());
        this.reader = new LedgerReader(readers);
        this.engine = new LedgerEventStorageEngine(
                reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter()));
    }

    @FunctionalInterface
    private interface Starting {
        Sequencer start(LedgerSignal signal, WriteGate gate);
    }

    private static TestLedger guarded(TestDatabase database, DataSource command, int maxWaiting) {
        return new TestLedger(
                database,
                (signal, gate) -> PostgresStore.sequencer(
                        command,
                        signal,
                        new NodeSettings(
                                STATE_TAG, gate, maxWaiting, Durability.configured(), NodeSettings.LONGEST_IDLE)));
    }

    public static TestLedger on(TestDatabase database) {
        return guarded(database, database.command(), Sequencer.MAX_WAITING);
    }

    public static TestLedger on(TestDatabase database, DataSource command) {
        return guarded(database, command, Sequencer.MAX_WAITING);
    }

    public static TestLedger holdingFew(TestDatabase database, int maxWaiting) {
        return guarded(database, database.command(), maxWaiting);
    }

    /** One that takes the database as it is. */
    public static TestLedger credulous(TestDatabase database) {
        return new TestLedger(database, (signal, gate) -> CredulousWriter.start(database.command(), signal, STATE_TAG));
    }

    /** An event with tags {@code key=value}. */
    public static TaggedEventMessage<EventMessage> event(String type, String... tags) {
        return event(type, Map.of(), tags);
    }

    public static TaggedEventMessage<EventMessage> event(String type, Map<String, String> metadata, String... tags) {
        Map<String, Object> payload = Map.of("note", "nota bene \"é\" \\ \n", "tags", Arrays.asList(tags));
        EventMessage message = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType(new QualifiedName(type), "1"),
                payload,
                metadata,
                DECIDED_AT);
        return new GenericTaggedEventMessage<>(
                message, Arrays.stream(tags).map(TestLedger::tag).collect(Collectors.toSet()));
    }

    public static Tag tag(String text) {
        int at = text.indexOf('=');
        return new Tag(text.substring(0, at), text.substring(at + 1));
    }

    public static CommandKey command(String scope, String request) {
        return new CommandKey(scope, UUID.randomUUID(), Hash.sha256(request.getBytes(UTF_8)));
    }

    public static AppendCondition onlyIfNothingAfter(long position, String... tags) {
        Set<Tag> all = Arrays.stream(tags).map(TestLedger::tag).collect(Collectors.toSet());
        return AppendCondition.withCriteria(EventCriteria.havingTags(all))
                .withMarker(new GlobalIndexConsistencyMarker(position));
    }

    /** Appends without a condition and waits; the marker is the position of the last event. */
    @SafeVarargs
    public final long append(TaggedEventMessage<EventMessage>... events) {
        return append(AppendCondition.none(), events);
    }

    @SafeVarargs
    public final long append(AppendCondition condition, TaggedEventMessage<EventMessage>... events) {
        try {
            return submit(condition, List.of(events)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public CompletableFuture<Long> submit(AppendCondition condition, List<TaggedEventMessage<EventMessage>> events) {
        return engine.appendEvents(condition, null, List.copyOf(events)).thenCompose(this::commit);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Long> commit(AppendTransaction<?> transaction) {
        AppendTransaction<Object> append = (AppendTransaction<Object>) transaction;
        return append.commit(null)
                .thenCompose(result -> append.afterCommit(result, null))
                .thenApply((ConsistencyMarker marker) -> GlobalIndexConsistencyMarker.position(marker));
    }

    /** Appends many events by few commands. */
    public void appendMany(int count) {
        for (int done = 0; done < count; ) {
            int next = Math.min(IndexRows.MAX_EVENTS_A_COMMAND, count - done);
            int from = done;
            submit(
                            AppendCondition.none(),
                            IntStream.range(0, next)
                                    .mapToObj(i -> event(
                                            "test.Many", STATE_TAG.key() + "=" + state(from + i), "n=" + (from + i)))
                                    .toList())
                    .join();
            done += next;
        }
    }

    public static String state(int number) {
        return List.of("RUS", "CHN", "POL", "KWT").get(number % 4);
    }

    /** Of this node. */
    public WriteGate gate() {
        return gate;
    }

    public FsckReport fsck() {
        return new Fsck(database.projection(), STATE_TAG).run(position -> {});
    }

    public LedgerReader reader() {
        return reader;
    }

    public LedgerEventStorageEngine engine() {
        return engine;
    }

    LedgerSignal signal() {
        return signal;
    }

    public TestDatabase database() {
        return database;
    }

    /** The receipts that this node remembers. */
    public AppendReceipts receiptsWithoutDatabase() {
        return new AppendReceipts(new PGSimpleDataSource(), sequencer);
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
        readers.close();
    }
}
