package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.note.Cosignature;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;

/** An FsckCosignatures verifies the cosignatures of witnesses under their checkpoints, and checks the signing keys. */
final class FsckCosignatures {

    /** A Row is a cosignature and the note that it belongs to; null without one. */
    private record Row(String log, long size, String witness, String line, byte @Nullable [] note) {

        String name() {
            return "cosignature (%s, size %s, %s): ".formatted(log, size, witness);
        }
    }

    private final Connection connection;

    FsckCosignatures(Connection connection) {
        this.connection = connection;
    }

    void check() throws SQLException, IntegrityViolation {
        for (var page = after("", -1, ""); !page.isEmpty(); ) {
            for (Row row : page) {
                check(row);
            }
            Row last = page.getLast();
            page = after(last.log(), last.size(), last.witness());
        }
        checkKeys();
    }

    private List<Row> after(String log, long size, String witness) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT k.log, k.size, k.witness, k.line, c.note FROM ledger.cosignature k
                LEFT JOIN ledger.checkpoint c ON c.log = k.log AND c.size = k.size
                WHERE (k.log, k.size, k.witness) > (?, ?, ?) ORDER BY k.log, k.size, k.witness LIMIT 1000
                """,
                statement -> {
                    statement.setString(1, log);
                    statement.setLong(2, size);
                    statement.setString(3, witness);
                },
                FsckCosignatures::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("log"),
                row.getLong("size"),
                row.getString("witness"),
                row.getString("line"),
                row.getBytes("note"));
    }

    private static void check(Row row) throws IntegrityViolation {
        IntegrityViolation.require(row.note() != null, row.name() + "there is no such checkpoint");
        try {
            List<NoteSignature> lines = SignedNote.signatures(row.line());
            String text = SignedCheckpoint.parse(Objects.requireNonNull(row.note()))
                    .note()
                    .text();
            boolean verifies = lines.size() == 1
                    && Cosignature.verify(NoteKey.parse(row.witness()), text, lines.getFirst())
                            .isPresent();
            IntegrityViolation.require(
                    verifies, row.name() + "the line is not a cosignature of this witness under the checkpoint");
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(row.name() + e.getMessage());
        }
    }

    private void checkKeys() throws SQLException, IntegrityViolation {
        String stray = Query.one(connection, """
                SELECT l.verifier_key FROM ledger.signing_key l
                LEFT JOIN ledger.signing_key f ON f.verifier_key = l.verifier_key AND f.edge = 'first'
                WHERE l.edge = 'last' AND (f.size IS NULL OR f.size > l.size) ORDER BY l.verifier_key LIMIT 1
                """, statement -> {}, row -> row.getString("verifier_key"));
        IntegrityViolation.require(stray == null, "signing_key (%s): it ends before it begins".formatted(stray));
    }
}
