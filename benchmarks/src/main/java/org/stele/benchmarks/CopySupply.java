package org.stele.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * A CopySupply is the rows of a ledger that the engine wrote, in COPY's binary form and in the layout before the tag
 * index had runs, so that figures of years compare with one limit. Copying them in costs only the transfer and
 * PostgreSQL's work: no encoding, no hashing, no condition, no fence.
 */
final class CopySupply {

    private static final int SUBMITTERS = 64;

    /** The index as it was: a row for each tag of each event. */
    private static final String ENTRIES = """
            (SELECT r.key AS tag, e.position, e.type FROM ledger.index_run r
            CROSS JOIN LATERAL unnest(array_prepend(r.first, r.more)) AS o (place)
            JOIN ledger.event e ON e.position = r.block * 1024 + o.place) entries""";

    private static final List<Table> TABLES = List.of(
            new Table("event", "position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash", "position"),
            new Table("event_tag", "tag, position, type", "position", ENTRIES),
            // A tile is written with the last leaf below it.
            new Table("merkle_tile", "level, index, hashes", "((index + 1) << (8 * (level + 1)))"),
            new Table("command", "scope, command_id, request_sha256, first_position, event_count", "first_position"));

    /** @param recordedWith the position of the event with which a row is written, as an expression */
    private record Table(String name, String columns, String recordedWith, String from) {

        Table(String name, String columns, String recordedWith) {
            this(name, columns, recordedWith, "ledger." + name);
        }

        String copyOut(long after, long upTo) {
            return "COPY (SELECT %s FROM %s WHERE %s > %s AND %3$s <= %s ORDER BY %3$s) TO STDOUT (FORMAT binary)"
                    .formatted(columns, from, recordedWith, after, upTo);
        }

        String copyIn() {
            return "COPY %s.%s (%s) FROM STDIN (FORMAT binary)".formatted(EarlierTables.SCHEMA, name, columns);
        }
    }

    /** A Batch is the rows of one transaction, by table. */
    private record Batch(long events, List<byte[]> tables) {}

    private final List<Batch> batches;
    private final int batchEvents;
    private final long events;
    private final long commands;

    private CopySupply(List<Batch> batches, int batchEvents, long commands) {
        this.batches = batches;
        this.batchEvents = batchEvents;
        this.events = batches.stream().mapToLong(Batch::events).sum();
        this.commands = commands;
    }

    /** Lets the engine record this many events or a few more, and copies them out, grouped by transaction. */
    static CopySupply record(LedgerDatabase database, long events, int batchEvents)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        AtomicLong commands = new AtomicLong();
        try (SteleContestant engine = new SteleContestant(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SUBMITTERS; i++) {
                Attestations attestations = new Attestations(i);
                running.add(threads.submit(() -> {
                    while (engine.seen() < events) {
                        engine.append(attestations.next(engine.seen()));
                        commands.incrementAndGet();
                    }
                }));
            }
            for (Future<?> submitter : running) {
                submitter.get();
            }
        }
        return from(database, commands.get(), batchEvents);
    }

    /** Copies out everything in a ledger. */
    static CopySupply from(LedgerDatabase database, long commands, int batchEvents) throws SQLException, IOException {
        long head = database.reader().head();
        try (Connection connection = database.projection().getConnection()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Batch> batches = new ArrayList<>();
            for (long after = 0; after < head; after += batchEvents) {
                long upTo = Math.min(head, after + batchEvents);
                List<byte[]> tables = new ArrayList<>();
                for (Table table : TABLES) {
                    ByteArrayOutputStream rows = new ByteArrayOutputStream();
                    copies.copyOut(table.copyOut(after, upTo), rows);
                    tables.add(rows.toByteArray());
                }
                batches.add(new Batch(upTo - after, tables));
            }
            return new CopySupply(batches, batchEvents, commands);
        }
    }

    /**
     * Copies everything into empty tables of the earlier layout, one batch per transaction, and then counts the rows.
     */
    Rate copyInto(LedgerDatabase database) throws SQLException {
        EarlierTables.create(database);
        database.checkpoint();
        long nanos;
        try (Connection connection = database.command().getConnection()) {
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            long start = System.nanoTime();
            for (Batch batch : batches) {
                for (int i = 0; i < TABLES.size(); i++) {
                    copy(copies, TABLES.get(i).copyIn(), batch.tables().get(i));
                }
                connection.commit();
            }
            nanos = System.nanoTime() - start;
        }
        EarlierTables.require(database, events, commands);
        return new Rate(events, nanos);
    }

    private static void copy(CopyManager copies, String sql, byte[] rows) throws SQLException {
        CopyIn copy = copies.copyIn(sql);
        copy.writeToCopy(rows, 0, rows.length);
        copy.endCopy();
    }

    long events() {
        return events;
    }

    /** In one transaction. */
    int batchEvents() {
        return batchEvents;
    }
}
