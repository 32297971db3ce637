package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.append.Batch;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.Submission;
import org.stele.eventstore.append.postgres.CopyWriter;
import org.stele.eventstore.append.postgres.WriterStateLoader;
import org.stele.eventstore.axon.EventEncoder;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.event.Selection;

/** Writing puts a sound event into a ledger at a time of the test's choice. */
public final class Writing {

    private Writing() {}

    public static Instant one(TestDatabase database, Instant at) throws SQLException {
        Instant recordedAt = at.truncatedTo(ChronoUnit.MICROS);
        EventEncoder encoder =
                new EventEncoder(new DelegatingEventConverter(new LedgerConverter()), TestLedger.STATE_TAG);
        EncodedEvent event = encoder.encode(TestLedger.event("test.Ahead"));
        try (Connection connection = database.command().getConnection()) {
            connection.setAutoCommit(false);
            Batch batch = new Batch(WriterStateLoader.load(connection), recordedAt);
            batch.add(
                    new Submission(
                            List.of(event), Submission.UNCONDITIONAL, Selection.all(), new CompletableFuture<>()),
                    false);
            CopyWriter.write(connection, batch);
            connection.commit();
        }
        return recordedAt;
    }
}
