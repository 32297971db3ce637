package org.stele.eventstore.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.evidence.EvidenceUnavailable.Reason;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.log.StatesRows;
import org.stele.ledger.Leaf;
import org.stele.ledger.evidence.BundleBound;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * An EvidenceBundles builds bundles from the tables, page by page: the role that may only SELECT is enough, and one
 * page of the ledger is in memory. Safe for many threads.
 */
public final class EvidenceBundles {

    /**
     * Above this many events of one State, a bundle with all leaves carries no proofs: there they prove nothing more.
     */
    static final int MAX_PROOFS_BESIDE_LEAVES = 20_000;

    /** How long to wait for the signer when State heads are wanted. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LogReader log;
    private final StateTag stateTag;
    private final Supplier<BundleBound> bounds;

    /** @param stateTag the key of the tag that names the State an event is about */
    public EvidenceBundles(LogReader log, StateTag stateTag) {
        this(log, stateTag, BundleBound::new);
    }

    /** @param bounds the limits of an empty bundle */
    EvidenceBundles(LogReader log, StateTag stateTag, Supplier<BundleBound> bounds) {
        this.log = log;
        this.stateTag = stateTag;
        this.bounds = bounds;
    }

    /**
     * Checks in advance everything that can prevent a bundle, so that writing fails only with the database.
     *
     * @throws EvidenceUnavailable where it cannot be made
     */
    public EvidenceBundle prepare(EvidenceRequest request) {
        SignedCheckpoint checkpoint = log.at(Log.LEDGER, request.size())
                .orElseThrow(() -> new EvidenceUnavailable(
                        Reason.NO_CHECKPOINT,
                        "No checkpoint was signed at size %s. Ask for the size of a checkpoint that you have, or for none."
                                .formatted(request.size())));
        String state = request.state();
        long tagHash = state == null ? 0 : TagHash.of(stateTag.of(state));
        long events = state == null ? request.size() : eventsOf(state, tagHash, request.size());
        if (events == 0) {
            throw new EvidenceUnavailable(Reason.NO_EVENT, "There is no event to give evidence of at this size.");
        }
        StatesRows.@Nullable Entry heads = request.completeness() == Completeness.HEADS ? heads(request.size()) : null;
        EvidenceBundle bundle = new EvidenceBundle(log, request, tagHash, checkpoint, heads, events);
        requireRoom(request, tagHash, bundle);
        return bundle;
    }

    /** The sizes of the bodies are summed only where the limit may be exceeded. */
    private void requireRoom(EvidenceRequest request, long tagHash, EvidenceBundle bundle) {
        if (bundle.reckon(bounds.get(), bundle.events() * Body.MAX_BYTES)
                .excess()
                .isEmpty()) {
            return;
        }
        long bodyBytes = log.read(
                "the sizes of bodies",
                connection -> EvidencePages.bodyBytes(connection, tagHash, request.state(), request.size()));
        bundle.reckon(bounds.get(), bodyBytes).excess().ifPresent(excess -> {
            throw new EvidenceUnavailable(
                    Reason.TOO_LARGE, "The bundle does not fit its format. " + excess + ". " + advice(request));
        });
    }

    private static String advice(EvidenceRequest request) {
        if (request.state() == null) {
            return "Ask for an earlier treeSize or for the bundles of States, or check the log itself with stele-verify log.";
        }
        return request.completeness() == Completeness.HEADS
                ? "Ask for completeness=leaves, or for an earlier treeSize."
                : "Ask for completeness=heads, or for an earlier treeSize.";
    }

    /** The State's sequence number of its last event up to a size, which is the number of its events. */
    private long eventsOf(String state, long tagHash, long size) {
        Leaf last = log.<@Nullable Leaf>read(
                "the last event of " + state,
                connection -> Query.one(
                        connection,
                        """
                SELECT e.leaf FROM %s
                WHERE r.key = ? AND e.position <= ? AND position(?::bytea IN e.leaf) > 0
                ORDER BY r.block DESC, %s DESC LIMIT 1
                """.formatted(IndexSql.HITS, IndexSql.POSITION),
                        statement -> {
                            statement.setLong(1, tagHash);
                            statement.setLong(2, size);
                            statement.setBytes(3, EvidencePages.inLeaf(state));
                        },
                        row -> Leaf.parse(row.getBytes("leaf"))));
        return last == null ? 0 : Objects.requireNonNull(last.stateSequence());
    }

    /**
     * The last State heads of at most this size, once no later ones of at most this size can come: when there are some
     * of this size or beyond. The signer is asked to record them.
     */
    private StatesRows.Entry heads(long size) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        boolean isAsked = false;
        while (true) {
            StatesRows.Entry settled =
                    log.<StatesRows.@Nullable Entry>read("State heads", connection -> settled(connection, size));
            if (settled != null) {
                return settled;
            }
            if (!isAsked) {
                log.read("State heads", EvidenceBundles::askForHeads);
                isAsked = true;
            }
            if (System.nanoTime() > deadline) {
                throw new EvidenceUnavailable(
                        Reason.NO_STATE_HEADS,
                        "State heads of size %s were not recorded in time. Ask again shortly, or for completeness=leaves."
                                .formatted(size));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static StatesRows.@Nullable Entry settled(Connection connection, long size) throws SQLException {
        StatesRows rows = new StatesRows(connection);
        StatesRows.Entry latest = rows.latestSigned();
        return latest == null || latest.heads().size() < size ? null : rows.upTo(size);
    }

    private static boolean askForHeads(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("NOTIFY " + StatesRows.CHANNEL);
        }
    }
}
