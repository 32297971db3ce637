package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;

/** Writing puts a sound event into a ledger at a time of the test's choice. */
final class Writing {

    private Writing() {}

    static Instant one(TestDatabase database, Instant at) throws SQLException {
        Instant recordedAt = at.truncatedTo(ChronoUnit.MICROS);
        EventEncoder encoder =
                new EventEncoder(new DelegatingEventConverter(new LedgerConverter()), TestLedger.STATE_TAG);
        EncodedEvent event = encoder.encode(TestLedger.event("test.Ahead"));
        try (Connection connection = database.command().getConnection()) {
            connection.setAutoCommit(false);
            Batch batch = new Batch(TipRows.load(connection), recordedAt);
            batch.add(
                    new Submission(
                            List.of(event), Submission.UNCONDITIONAL, Selection.all(), new CompletableFuture<>()),
                    false);
            CopyRows.write(connection, batch);
            connection.commit();
        }
        return recordedAt;
    }
}
