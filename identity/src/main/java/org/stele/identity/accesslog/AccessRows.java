package org.stele.identity.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.identity.accesslog.AccessEntry.What;

/** The rows of the access log, in PostgreSQL. Safe for all threads and nodes: one at a time adds rows. */
public final class AccessRows {

    /** The most rows of one answer. */
    public static final int MOST = 1_000;

    /** STELEAL in ASCII: any number that nothing else takes. */
    private static final long LOCK = 0x5354454C45414CL;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public AccessRows(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private record End(long number, Instant recordedAt, byte[] hash) {}

    /** Adds the entries in their order, after what any node added before. */
    public void append(List<AccessEntry> entries) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("SELECT pg_catalog.pg_advisory_xact_lock(:key)")
                    .param("key", LOCK)
                    .query((_, _) -> true)
                    .single();
            End end = end();
            Instant now = now();
            // A clock that went back must not put a row into an hour before.
            Instant recordedAt = now.isBefore(end.recordedAt()) ? end.recordedAt() : now;
            List<AccessRow> rows = new ArrayList<>();
            byte[] previous = end.hash();
            for (AccessEntry entry : entries) {
                AccessRow row = AccessRow.after(previous, end.number() + rows.size() + 1, recordedAt, entry);
                rows.add(row);
                previous = row.hash();
            }
            insert(rows);
        });
    }

    private End end() {
        return jdbc.sql("SELECT number, recorded_at, hash FROM access_log.entry ORDER BY number DESC LIMIT 1")
                .query((row, _) -> new End(
                        row.getLong("number"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("hash")))
                .optional()
                .orElse(new End(0, Instant.EPOCH, AccessRow.NONE));
    }

    private Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** In one statement, whatever their number. */
    private void insert(List<AccessRow> rows) {
        jdbc.sql("""
                        INSERT INTO access_log.entry (number, recorded_at, occurred_at, what, outcome, staff_id, role,
                            member_state, address, detail, hash)
                        SELECT n, r, o, w, c, s, l, m, a, d, decode(h, 'hex')
                        FROM unnest(CAST(:numbers AS bigint[]), CAST(:recorded AS timestamptz[]),
                            CAST(:occurred AS timestamptz[]), CAST(:whats AS text[]), CAST(:outcomes AS text[]),
                            CAST(:staff AS text[]), CAST(:roles AS text[]), CAST(:states AS text[]),
                            CAST(:addresses AS text[]), CAST(:details AS text[]), CAST(:hashes AS text[]))
                            AS t (n, r, o, w, c, s, l, m, a, d, h)
                        """)
                .param("numbers", each(rows, AccessRow::number).toArray(Long[]::new))
                .param("recorded", texts(rows, row -> row.recordedAt().toString()))
                .param("occurred", texts(rows, row -> row.entry().occurredAt().toString()))
                .param("whats", texts(rows, row -> row.entry().what().id()))
                .param("outcomes", texts(rows, row -> row.entry().outcome()))
                .param("staff", texts(rows, row -> row.entry().staffId()))
                .param("roles", texts(rows, row -> row.entry().role()))
                .param("states", texts(rows, row -> row.entry().memberState()))
                .param("addresses", texts(rows, row -> row.entry().address()))
                .param("details", texts(rows, row -> row.entry().detail()))
                .param("hashes", texts(rows, row -> HexFormat.of().formatHex(row.hash())))
                .update();
    }

    private static <T> List<T> each(List<AccessRow> rows, Function<AccessRow, T> part) {
        List<T> parts = new ArrayList<>();
        rows.forEach(row -> parts.add(part.apply(row)));
        return parts;
    }

    private static @Nullable String[] texts(List<AccessRow> rows, Function<AccessRow, @Nullable String> part) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = part.apply(rows.get(i));
        }
        return texts;
    }

    /**
     * Rows in their order.
     *
     * @param after the number of the last one that is known
     * @param from the first moment of recording, inclusive
     * @param to the last, exclusive
     */
    public List<AccessRow> read(long after, Instant from, Instant to, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("Expected a limit from 1 to %s, got %s".formatted(MOST, limit));
        }
        return jdbc.sql("""
                        SELECT number, recorded_at, occurred_at, what, outcome, staff_id, role, member_state, address, detail, hash
                        FROM access_log.entry
                        WHERE number > :after AND recorded_at >= :from AND recorded_at < :to ORDER BY number LIMIT :limit
                        """)
                .param("after", after)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** The rows recorded last, the newest first. */
    public List<AccessRow> last(int limit) {
        return jdbc.sql("""
                        SELECT number, recorded_at, occurred_at, what, outcome, staff_id, role, member_state, address, detail, hash
                        FROM access_log.entry ORDER BY number DESC LIMIT :limit
                        """)
                .param("limit", Math.min(limit, MOST))
                .query((row, _) -> row(row))
                .list();
    }

    /** The end of the last hour that is closed, by the database's clock, with some time to spare. */
    public Instant closedUntil(Duration grace) {
        return jdbc.sql("SELECT date_trunc('hour', clock_timestamp() - CAST(:grace AS interval), 'UTC')")
                .param("grace", grace.toString())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static AccessRow row(ResultSet row) throws SQLException {
        String what = row.getString("what");
        return new AccessRow(
                row.getLong("number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new AccessEntry(
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        Arrays.stream(What.values())
                                .filter(one -> one.id().equals(what))
                                .findFirst()
                                .orElse(What.LOST),
                        row.getString("outcome"),
                        row.getString("staff_id"),
                        row.getString("role"),
                        row.getString("member_state"),
                        row.getString("address"),
                        row.getString("detail")),
                Objects.requireNonNull(row.getBytes("hash")));
    }
}
