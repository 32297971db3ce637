package org.stele.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.Receipts.CommandName;
import org.stele.ledger.Hash;

/**
 * A WriteSession is the one connection that appends, and the tip that was built on it. After any exception it must be closed
 * and a new one opened: what it remembered may be wrong.
 */
final class WriteSession implements AutoCloseable {

    /** A ledger that is further ahead of the clock than this takes no events until the clock has caught up. */
    static final Duration MAX_AHEAD = Duration.ofSeconds(60);

    /** Writers of several nodes take turns; the lock ends with the transaction, so that it also tells that one has ended. */
    static final long WRITER_LOCK = 0x5354454C45L;

    /** Everything here is looked up by key; a plan made while the tables were small must not stay behind as they grow. */
    private static final String SETTINGS = """
            SET idle_in_transaction_session_timeout = '30s';
            SET lock_timeout = '10s';
            SET statement_timeout = '60s';
            SET enable_seqscan = off;
            SET enable_hashjoin = off;
            SET enable_mergejoin = off;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """;

    /** In one round trip; the second statement sees what was committed before the lock was granted. */
    private static final String OPEN = """
            SELECT pg_advisory_xact_lock(?);
            SELECT clock_timestamp() AS now,
                   coalesce((SELECT max(position) FROM ledger.event), 0) AS head,
                   (SELECT leaf_hash FROM ledger.event WHERE position = ?) AS anchored
            """;

    private record Opening(Instant now, long head) {}

    private final Connection connection;
    private final String stateTagKey;
    private @Nullable Tip tip;

    private WriteSession(Connection connection, String stateTagKey) {
        this.connection = connection;
        this.stateTagKey = stateTagKey;
    }

    static WriteSession open(DataSource dataSource, String stateTagKey) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(SETTINGS);
            connection.setAutoCommit(false);
            return new WriteSession(connection, stateTagKey);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Decides on submissions and writes those that are accepted, in one transaction, on top of the anchor. */
    Batch append(List<Submission> submissions, Anchor anchor) throws SQLException, OutcomeUnknown {
        Opening opening = openTransaction(tip == null ? anchor : tip.head());
        Tip current = currentTip(opening);
        Batch batch = decide(submissions, current, recordedAt(opening, current));
        if (batch.isEmpty()) {
            connection.rollback();
        } else {
            new BatchWriter(connection).write(batch);
            commit(batch);
        }
        return batch;
    }

    /** The last event that this session has seen committed. */
    Anchor head() {
        return tip == null ? Anchor.EMPTY : tip.head();
    }

    /** Whether a batch was committed after all. Waits for a transaction that may still be at it. */
    boolean holds(Batch batch) throws SQLException {
        openTransaction(Anchor.EMPTY);
        Row row = batch.first();
        Hash found = Query.one(
                connection,
                "SELECT leaf_hash FROM ledger.event WHERE event_id = ? AND position = ? LIMIT 1",
                statement -> {
                    statement.setObject(1, row.event().id());
                    statement.setLong(2, row.position());
                },
                result -> Hash.of(result.getBytes("leaf_hash")));
        connection.rollback();
        return found != null && found.equals(row.leafHash());
    }

    private Opening openTransaction(Anchor anchor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setLong(1, WRITER_LOCK);
            statement.setLong(2, anchor.position());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = Objects.requireNonNull(statement.getResultSet())) {
                row.next();
                byte[] anchored = row.getBytes("anchored");
                if (!Objects.equals(anchored == null ? null : Hash.of(anchored), anchor.leafHash())) {
                    throw new LedgerUnavailable("The database does not hold the event that was recorded at position "
                            + anchor.position() + ": it is behind, or another history. Nothing is written to it");
                }
                return new Opening(Query.instant(row, "now"), row.getLong("head"));
            }
        }
    }

    private Tip currentTip(Opening opening) throws SQLException {
        if (tip == null) {
            tip = Tip.load(connection);
        } else if (tip.head().position() < opening.head()) {
            tip.catchUp(connection);
        }
        return tip;
    }

    private static Instant recordedAt(Opening opening, Tip tip) {
        Instant last = tip.recordedAt();
        if (last.isAfter(opening.now().plus(MAX_AHEAD))) {
            throw new LedgerUnavailable("The last event was recorded at " + last + " and the database's clock says "
                    + opening.now() + ". Set the clock right, or wait");
        }
        return last.isAfter(opening.now()) ? last : opening.now();
    }

    private Batch decide(List<Submission> submissions, Tip current, Instant recordedAt) throws SQLException {
        Map<CommandName, Receipt> receipts = Receipts.find(
                connection,
                submissions.stream()
                        .map(Submission::command)
                        .filter(Objects::nonNull)
                        .map(CommandName::of)
                        .distinct()
                        .toList());
        Set<Integer> older =
                OlderConflicts.find(connection, submissions, current.tail().start());
        List<String> states = submissions.stream()
                .flatMap(submission -> submission.events().stream())
                .map(EncodedEvent::state)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        current.loadStates(connection, states, stateTagKey);
        Batch batch = new Batch(current, recordedAt, receipts);
        for (int i = 0; i < submissions.size(); i++) {
            batch.add(submissions.get(i), older.contains(i));
        }
        return batch;
    }

    private void commit(Batch batch) throws OutcomeUnknown {
        try {
            connection.clearWarnings();
            connection.commit();
            SQLWarning warning = connection.getWarnings();
            if (warning != null) {
                throw new OutcomeUnknown(batch, warning);
            }
        } catch (SQLException e) {
            throw new OutcomeUnknown(batch, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is being given up because it failed: that it fails again tells nothing new.
        }
    }
}
