package org.stele.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.ledger.Hash;

/** ChainRows are the stored rows of the chain of what was signed. */
public record ChainRows(Connection connection) {

    public static final int PAGE = 1_000;

    /**
     * The content of the subject's row as one text; null if the row does not exist. The digest is computed here, and
     * not by the database.
     */
    private static final String HELD = """
            CASE c.kind
                WHEN 'checkpoint' THEN (
                    SELECT pg_catalog.encode(p.note, 'hex') || ' '
                        || (extract(epoch FROM p.signed_at) * 1000000)::pg_catalog.int8
                    FROM ledger.checkpoint p WHERE p.log = c.part AND p.size = c.size AND c.name = '')
                WHEN 'cosignature' THEN (
                    SELECT k.line FROM ledger.cosignature k
                    WHERE k.log = c.part AND k.size = c.size AND k.witness = c.name)
                WHEN 'state_heads' THEN (
                    SELECT s.size || ' ' || pg_catalog.encode(s.leaf, 'hex') || ' ' || pg_catalog.encode(s.leaf_hash, 'hex') || ' '
                        || (extract(epoch FROM s.recorded_at) * 1000000)::pg_catalog.int8
                    FROM ledger.state_heads s WHERE s.index = c.size AND c.part = '' AND c.name = '')
                WHEN 'signing_key' THEN (
                    SELECT g.size::text FROM ledger.signing_key g
                    WHERE g.verifier_key = c.name AND g.edge = c.part AND g.size = c.size)
                WHEN 'begin' THEN c.name
            END AS held
            """;

    private static final String SELECT =
            "SELECT c.number, c.previous, c.kind, c.part, c.size, c.name, c.digest, c.seal";

    /**
     * A Found is a row of the chain, and the content of the row that it refers to; null if that row does not exist.
     */
    public record Found(ChainRow row, @Nullable String held) {}

    /** Whether the table exists; it does not before the migration that made it. */
    static boolean exists(Connection connection) throws SQLException {
        return Query.exists(connection, "SELECT WHERE pg_catalog.to_regclass('ledger.signing_chain') IS NOT NULL");
    }

    /** The last; null before the first. */
    public @Nullable ChainRow latest() throws SQLException {
        return Query.one(
                connection,
                SELECT + " FROM ledger.signing_chain c ORDER BY c.number DESC LIMIT 1",
                statement -> {},
                ChainRows::row);
    }

    public @Nullable ChainRow at(long number) throws SQLException {
        return Query.one(
                connection,
                SELECT + " FROM ledger.signing_chain c WHERE c.number = ? LIMIT 1",
                statement -> statement.setLong(1, number),
                ChainRows::row);
    }

    /** The number of the row with which the chain begins last; 0 without one. */
    public long begin() throws SQLException {
        Long number = Query.one(connection, """
                SELECT c.number FROM ledger.signing_chain c WHERE c.kind = 'begin' ORDER BY c.number DESC LIMIT 1
                """, statement -> {}, row -> row.getLong("number"));
        return number == null ? 0 : number;
    }

    /** The next rows, in order. */
    public List<Found> after(long number, int limit) throws SQLException {
        return Query.list(
                connection,
                SELECT + ", " + HELD + " FROM ledger.signing_chain c WHERE c.number > ? ORDER BY c.number LIMIT ?",
                statement -> {
                    statement.setLong(1, number);
                    statement.setInt(2, limit);
                },
                row -> new Found(row(row), row.getString("held")));
    }

    private static ChainRow row(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        try {
            return new ChainRow(
                    number,
                    Hash.of(row.getBytes("previous")),
                    subject(row),
                    Hash.of(row.getBytes("digest")),
                    row.getBytes("seal"));
        } catch (IllegalArgumentException e) {
            throw new LedgerDamaged(ChainRow.place(number) + e.getMessage());
        }
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(row.getString("kind"), row.getString("part"), row.getLong("size"), row.getString("name"));
    }

    /**
     * Adds rows to the chain, and seals the last one, in the transaction that recorded their subjects.
     *
     * @return the new end
     */
    public ChainHead append(ChainHead head, List<Subject> subjects, SigningKeys keys) throws SQLException {
        ChainHead end = head;
        for (int from = 0; from < subjects.size(); from += PAGE) {
            List<Subject> page = subjects.subList(from, Math.min(subjects.size(), from + PAGE));
            boolean isLast = from + PAGE >= subjects.size();
            end = appendPage(end, page, isLast ? keys : null);
        }
        return end;
    }

    private ChainHead appendPage(ChainHead head, List<Subject> subjects, @Nullable SigningKeys sealing)
            throws SQLException {
        List<String> held = held(subjects);
        List<ChainRow> rows = new ArrayList<>();
        ChainHead end = head;
        for (int i = 0; i < subjects.size(); i++) {
            ChainRow row =
                    new ChainRow(end.number() + 1, end.hash(), subjects.get(i), ChainRow.digest(held.get(i)), null);
            if (sealing != null && i == subjects.size() - 1) {
                row = row.sealed(sealing.seal(row.number(), row.content()).encode());
            }
            rows.add(row);
            end = end.then(row);
        }
        insert(rows);
        return end;
    }

    /** The contents of the subjects' rows, in the order of the subjects. */
    private List<String> held(List<Subject> subjects) throws SQLException {
        return Query.list(
                connection,
                "SELECT c.kind, c.part, c.size, c.name, " + HELD
                        + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY"
                        + " AS c (kind, part, size, name, place) ORDER BY c.place LIMIT " + PAGE,
                statement -> {
                    statement.setArray(
                            1, texts(subjects.stream().map(Subject::kind).toArray()));
                    statement.setArray(
                            2, texts(subjects.stream().map(Subject::part).toArray()));
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "bigint",
                                    subjects.stream().map(Subject::size).toArray()));
                    statement.setArray(
                            4, texts(subjects.stream().map(Subject::name).toArray()));
                },
                row -> {
                    Subject subject = subject(row);
                    String held = row.getString("held");
                    if (held == null) {
                        throw new LedgerDamaged(subject + ": the row is missing that was just recorded");
                    }
                    return Objects.requireNonNull(held);
                });
    }

    private java.sql.Array texts(Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    public void insert(List<ChainRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO ledger.signing_chain (number, previous, kind, part, size, name, digest, seal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (ChainRow row : rows) {
                statement.setLong(1, row.number());
                statement.setBytes(2, row.previous().bytes());
                statement.setString(3, row.subject().kind());
                statement.setString(4, row.subject().part());
                statement.setLong(5, row.subject().size());
                statement.setString(6, row.subject().name());
                statement.setBytes(7, row.digest().bytes());
                statement.setBytes(8, row.seal());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Everything recorded that a checkpoint covers, for a new chain. */
    public List<Subject> everything() throws SQLException {
        return Query.list(connection, """
                SELECT 'signing_key' AS kind, edge AS part, size, verifier_key AS name FROM ledger.signing_key
                UNION ALL SELECT 'state_heads', '', index, '' FROM ledger.state_heads
                    WHERE index < (SELECT max(size) FROM ledger.checkpoint WHERE log = 'states')
                UNION ALL SELECT 'checkpoint', log, size, '' FROM ledger.checkpoint
                UNION ALL SELECT 'cosignature', log, size, witness FROM ledger.cosignature
                ORDER BY kind DESC, part, size, name
                """, statement -> {}, ChainRows::subject);
    }
}
