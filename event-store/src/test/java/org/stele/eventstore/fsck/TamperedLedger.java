package org.stele.eventstore.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRows.CommandRow;
import org.stele.eventstore.event.IndexRows.TagRow;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.SigningSession;
import org.stele.eventstore.signing.TestSigning;
import org.stele.eventstore.signing.TestWitness;
import org.stele.eventstore.witness.WitnessClient;
import org.stele.ledger.Hash;

/** A TamperedLedger is a sound ledger with some of everything, and what its tables held before anybody changed them. */
public record TamperedLedger(
        TestDatabase database,
        Pinned kept,
        List<StoredEvent> events,
        List<TagRow> tags,
        List<CommandRow> commands,
        List<ChainRow> chain) {

    private static final int COMMANDS = 160;
    private static final int MAX_EVENTS_A_COMMAND = 20;
    private static final int SIGNED_EVERY = 12;

    /** Signed after every few commands, with a witness and with keys that were replaced. */
    public static TamperedLedger create(SplittableRandom random) throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(Files.createTempDirectory("tampered"));
        try (TestLedger ledger = TestLedger.on(database);
                TestWitness witness = TestWitness.start("witness.example/w1")) {
            SigningKeys next = signing.keys("next");
            List<SigningKeys> keys = List.of(signing.keys("old"), signing.keys("old", "next"), next);
            witness.trust(signing.keys("old"));
            sign(database, signing, keys.getFirst(), witness);
            for (int i = 0; i < COMMANDS; i++) {
                append(ledger, random, i);
                if (i % SIGNED_EVERY == 0) {
                    sign(database, signing, keys.get(i * keys.size() / COMMANDS), witness);
                }
            }
            ledger.append(TestLedger.event("test.Last", "memberState=RUS", "n=last"));
            sign(database, signing, keys.getLast(), witness);
            try (Connection connection = database.superuser().getConnection()) {
                return new TamperedLedger(
                        database,
                        Pinned.in(signing.home()),
                        storedEvents(connection),
                        storedTags(connection),
                        storedCommands(connection),
                        new ChainRows(connection)
                                .after(0, ChainRows.PAGE).stream()
                                        .map(ChainRows.Found::row)
                                        .toList());
            }
        }
    }

    /** One round of the signer, with State heads: nothing depends on when it comes. */
    private static void sign(TestDatabase database, TestSigning signing, SigningKeys keys, TestWitness witness)
            throws Exception {
        try (WitnessClient client = new WitnessClient(Duration.ofSeconds(5));
                Connection connection = database.command().getConnection()) {
            SigningSession session = SigningSession.begin(
                    connection, new CheckpointSigner.Parts(keys, signing.home(), List.of(witness.witness()), client));
            session.round();
            session.recordHeads();
        }
    }

    /** Most commands have a key; a third of their events concern no State, and one in ten has no tags at all. */
    private static void append(TestLedger ledger, SplittableRandom random, int number) {
        Map<String, String> metadata = random.nextInt(8) == 0
                ? Map.of()
                : new CommandKey(
                                TestLedger.state(random.nextInt(4)),
                                new UUID(random.nextLong(), random.nextLong()),
                                Hash.sha256(("request " + number).getBytes(UTF_8)))
                        .metadata();
        int count = 1 + random.nextInt(MAX_EVENTS_A_COMMAND);
        List<TaggedEventMessage<EventMessage>> events = IntStream.range(0, count)
                .mapToObj(i -> event(random, metadata, number + "." + i))
                .toList();
        ledger.submit(AppendCondition.none(), events).join();
    }

    private static TaggedEventMessage<EventMessage> event(
            SplittableRandom random, Map<String, String> metadata, String number) {
        String type = "test.Kind" + random.nextInt(3);
        String own = "n=" + number;
        return switch (random.nextInt(10)) {
            case 0 -> TestLedger.event(type, metadata);
            case 1, 2, 3 -> TestLedger.event(type, metadata, own);
            default -> TestLedger.event(type, metadata, "memberState=" + TestLedger.state(random.nextInt(4)), own);
        };
    }

    private static List<StoredEvent> storedEvents(Connection connection) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT position, event_id, recorded_at, body, salt, leaf, leaf_hash FROM ledger.event ORDER BY position
                """,
                statement -> {},
                row -> new StoredEvent(
                        row.getLong("position"),
                        row.getObject("event_id", UUID.class),
                        Query.instant(row, "recorded_at"),
                        row.getBytes("body"),
                        row.getBytes("salt"),
                        row.getBytes("leaf"),
                        Hash.of(row.getBytes("leaf_hash"))));
    }

    private static List<TagRow> storedTags(Connection connection) throws SQLException {
        return Query.list(
                connection,
                "SELECT r.key AS tag, " + IndexSql.POSITION + " AS position, r.type FROM " + IndexSql.RUNS
                        + " ORDER BY position, tag",
                statement -> {},
                row -> new TagRow(row.getLong("tag"), row.getLong("position"), row.getInt("type")));
    }

    private static List<CommandRow> storedCommands(Connection connection) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT scope, command_id, request_sha256, first_position, event_count FROM ledger.command
                ORDER BY first_position
                """,
                statement -> {},
                row -> new CommandRow(
                        new CommandKey(
                                row.getString("scope"),
                                row.getObject("command_id", UUID.class),
                                Hash.of(row.getBytes("request_sha256"))),
                        row.getLong("first_position"),
                        row.getInt("event_count")));
    }

    long size() {
        return events.size();
    }

    StoredEvent event(long position) {
        return events.get((int) position - 1);
    }

    /** The positions after one that are of the same State. */
    List<Long> laterOfTheState(long position) {
        List<Long> later = new ArrayList<>();
        String state = event(position).state();
        for (long next = position + 1; state != null && next <= size(); next++) {
            if (state.equals(event(next).state())) {
                later.add(next);
            }
        }
        return later;
    }
}
