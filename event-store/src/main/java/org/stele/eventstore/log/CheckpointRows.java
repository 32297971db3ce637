package org.stele.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;

/** CheckpointRows are the stored checkpoints of one log, each with the cosignatures under it. */
public record CheckpointRows(Connection connection, Log log) {

    private static final String SELECT = """
            SELECT c.size, c.note,
                (SELECT string_agg(k.line, '' ORDER BY k.witness COLLATE "C") FROM ledger.cosignature k
                 WHERE k.log = c.log AND k.size = c.size) AS lines
            FROM ledger.checkpoint c
            """;

    /** The largest; null before the first. */
    public @Nullable SignedCheckpoint latest() throws SQLException {
        return Query.one(
                connection,
                SELECT + "WHERE c.log = ? ORDER BY c.size DESC LIMIT 1",
                statement -> statement.setString(1, log.column()),
                this::checkpoint);
    }

    /** The one of exactly this size, or null. */
    public @Nullable SignedCheckpoint at(long size) throws SQLException {
        return Query.one(connection, SELECT + "WHERE c.log = ? AND c.size = ? LIMIT 1", bound(size), this::checkpoint);
    }

    /** The smallest of at least this size, or null. */
    public @Nullable SignedCheckpoint from(long size) throws SQLException {
        return Query.one(
                connection,
                SELECT + "WHERE c.log = ? AND c.size >= ? ORDER BY c.size LIMIT 1",
                bound(size),
                this::checkpoint);
    }

    /** Up to 1,000 of more than this size, in order. */
    public List<SignedCheckpoint> after(long size) throws SQLException {
        return Query.list(
                connection,
                SELECT + "WHERE c.log = ? AND c.size > ? ORDER BY c.size LIMIT 1000",
                bound(size),
                this::checkpoint);
    }

    private Query.Parameters bound(long size) {
        return statement -> {
            statement.setString(1, log.column());
            statement.setLong(2, size);
        };
    }

    private SignedCheckpoint checkpoint(ResultSet row) throws SQLException {
        long size = row.getLong("size");
        String lines = row.getString("lines");
        try {
            SignedCheckpoint stored = SignedCheckpoint.parse(row.getBytes("note"));
            if (stored.size() != size) {
                throw new IllegalArgumentException("its note is of size " + stored.size());
            }
            return lines == null ? stored : stored.with(SignedNote.signatures(lines));
        } catch (IllegalArgumentException e) {
            throw new LedgerDamaged("checkpoint (%s, size %s): %s".formatted(log.column(), size, e.getMessage()));
        }
    }

    /**
     * In the caller's transaction; a second checkpoint of one size violates its key.
     *
     * @return the rows that were recorded
     */
    public List<Subject> insert(SignedCheckpoint signed, Map<NoteKey, NoteSignature> cosignatures) throws SQLException {
        List<Subject> recorded = new ArrayList<>();
        recorded.add(Subject.checkpoint(log, signed.size()));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO ledger.checkpoint (log, size, note) VALUES (?, ?, ?)")) {
            statement.setString(1, log.column());
            statement.setLong(2, signed.size());
            statement.setBytes(3, signed.encode());
            statement.execute();
        }
        for (Map.Entry<NoteKey, NoteSignature> cosignature : cosignatures.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO ledger.cosignature (log, size, witness, line) VALUES (?, ?, ?, ?)")) {
                statement.setString(1, log.column());
                statement.setLong(2, signed.size());
                statement.setString(3, cosignature.getKey().toString());
                statement.setString(4, cosignature.getValue().line());
                statement.execute();
            }
            recorded.add(
                    Subject.cosignature(log, signed.size(), cosignature.getKey().toString()));
        }
        return recorded;
    }

    /** The largest size that a witness cosigned, as far as the tables show; 0 without one. */
    public long cosigned(NoteKey witness) throws SQLException {
        Long size = Query.one(
                connection,
                "SELECT size FROM ledger.cosignature WHERE log = ? AND witness = ? ORDER BY size DESC LIMIT 1",
                statement -> {
                    statement.setString(1, log.column());
                    statement.setString(2, witness.toString());
                },
                row -> row.getLong("size"));
        return size == null ? 0 : size;
    }
}
