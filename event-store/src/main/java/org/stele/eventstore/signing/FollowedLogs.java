package org.stele.eventstore.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.fsck.ChainCheck;
import org.stele.eventstore.fsck.FsckLogs;
import org.stele.eventstore.fsck.PinsCheck;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.Pins.Pin;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.jdbc.Snapshot;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Frontier;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A FollowedLogs is both logs and the chain of what was signed, as far as one node has seen them signed and recomputed
 * them. Sizes never decrease, and a missing row is detected. Not safe for several threads.
 */
final class FollowedLogs {

    /** Rows of the chain that each round compares with the other tables again. */
    private static final int AGAIN = 256;

    /** A Seen is what the tables have beyond the known state, in one snapshot. */
    private record Seen(
            ChainHead chain,
            List<StatesRows.Entry> heads,
            @Nullable SignedCheckpoint states,
            @Nullable SignedCheckpoint ledger) {}

    private final Connection connection;
    private final SigningKeys signing;
    private final CheckpointRows ledgerRows;
    private final CheckpointRows statesCheckpoints;
    private final ChainCheck check;
    private final boolean isBroken;
    private final RecomputedTree tree;
    private final FollowedStates states;
    private @Nullable SignedCheckpoint lastSigned;
    private ChainHead chain;
    private ChainHead again;

    private FollowedLogs(
            Connection connection, SigningKeys signing, @Nullable ChainHead chain, StatesRows.@Nullable Entry heads)
            throws SQLException, IntegrityViolation {
        this.connection = connection;
        this.signing = signing;
        this.ledgerRows = new CheckpointRows(connection, Log.LEDGER);
        this.statesCheckpoints = new CheckpointRows(connection, Log.STATES);
        this.check = new ChainCheck(connection);
        this.isBroken = chain == null;
        this.chain = chain == null ? ChainHead.NONE : chain;
        this.again = ChainHead.NONE;
        this.tree = RecomputedTree.at(connection, heads == null ? null : heads.heads());
        this.states = new FollowedStates(connection, tree, heads);
    }

    /**
     * Begins at the State heads that were signed last, and adds what follows.
     *
     * @param chain its end, which was found sound
     */
    static FollowedLogs begin(Connection connection, SigningKeys signing, ChainHead chain)
            throws SQLException, IntegrityViolation {
        StatesRows.Entry last = new StatesRows(connection).latestSigned();
        FollowedLogs logs = new FollowedLogs(connection, signing, chain, last);
        logs.again = logs.check.start();
        logs.follow();
        return logs;
    }

    /**
     * Begins with an empty ledger: recomputes everything from the first body on, and checks everything that was signed.
     *
     * @param chain its end, or null if it is not sound and an operator gave his word nevertheless
     */
    static FollowedLogs beginWhole(Connection connection, SigningKeys signing, @Nullable ChainHead chain)
            throws SQLException, IntegrityViolation {
        FollowedLogs logs = new FollowedLogs(connection, signing, chain, null);
        if (chain != null) {
            logs.again = logs.check.start();
        }
        logs.follow();
        Snapshot.of(connection, () -> {
            new FsckLogs(connection).check(OpenLedger.head(connection));
            return true;
        });
        return logs;
    }

    RecomputedTree tree() {
        return tree;
    }

    /** Of the last checkpoint seen; 0 before the first. */
    long size() {
        return lastSigned == null ? 0 : tree.size();
    }

    boolean hasSigned() {
        return lastSigned != null;
    }

    @Nullable
    SignedCheckpoint lastSigned() {
        return lastSigned;
    }

    FollowedStates states() {
        return states;
    }

    ChainHead chain() {
        return chain;
    }

    /** Whether there is a chain to follow; there is none before it was begun, or while it is not sound. */
    boolean isChained() {
        return chain.number() > 0;
    }

    /** The pins of the known state, to be kept outside the database. */
    Pins pins(Pins before) {
        Pins pins =
                before.withStates(new Pin(states.size(), states.log().root())).withChain(chain.pin());
        return lastSigned == null
                ? pins
                : pins.withLedger(
                        new Pin(lastSigned.size(), lastSigned.checkpoint().root()));
    }

    /** Adds what another node signed, after recomputing it. */
    void follow() throws SQLException, IntegrityViolation {
        Seen seen = Snapshot.of(connection, this::look);
        if (!isBroken) {
            check.requireSealed(seen.chain(), signing.verifierKeys());
        }
        TrustedKeys keys = TrustedKeys.read(connection);
        for (StatesRows.Entry entry : seen.heads()) {
            states.take(entry);
        }
        states.take(seen.states(), keys, signing.origin());
        takeLedger(seen.ledger(), keys);
        chain = seen.chain();
    }

    private Seen look() throws SQLException, IntegrityViolation {
        ChainHead end = isBroken ? chain : check.onwards(chain);
        if (!isBroken) {
            requireEnd(end);
        }
        SignedCheckpoint statesCheckpoint = statesCheckpoints.latest();
        return new Seen(end, states.beyond(statesCheckpoint), statesCheckpoint, ledgerRows.latest());
    }

    /** The former end is unchanged. */
    private void requireEnd(ChainHead end) throws SQLException, IntegrityViolation {
        if (chain.number() > 0 && end.number() == chain.number()) {
            ChainRow row = new ChainRows(connection).at(chain.number());
            IntegrityViolation.require(
                    row != null && row.hash().equals(chain.hash()),
                    ChainRow.place(chain.number())
                            + (row == null ? "the row is missing" : "it is another row than before"));
        }
    }

    private void takeLedger(@Nullable SignedCheckpoint latest, TrustedKeys keys)
            throws SQLException, IntegrityViolation {
        SignedCheckpoint before = lastSigned;
        if (before != null && (latest == null || latest.size() < before.size())) {
            throw new IntegrityViolation("checkpoint (ledger, size " + before.size() + "): the row is missing");
        }
        if (latest == null || (before != null && latest.size() == before.size())) {
            return;
        }
        long head = OpenLedger.head(connection);
        if (latest.size() > head || latest.size() < tree.size()) {
            throw new SigningRefused(
                    "Found a checkpoint of size %s in a database with %s events, of which %s were seen signed. The database is not the one that was signed; run fsck."
                            .formatted(latest.size(), head, tree.size()));
        }
        requireTrusted(latest, keys);
        tree.advance(latest.size());
        IntegrityViolation.require(
                tree.root().equals(latest.checkpoint().root()),
                "checkpoint (ledger, size %s): the bodies give the root %s"
                        .formatted(latest.size(), tree.root().hex()));
        lastSigned = latest;
    }

    private static void requireTrusted(SignedCheckpoint checkpoint, TrustedKeys keys) throws IntegrityViolation {
        String name = "checkpoint (ledger, size " + checkpoint.size() + "): ";
        try {
            keys.policy().check(checkpoint);
        } catch (NotVerified e) {
            throw new IntegrityViolation(name + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IntegrityViolation(name + "signing_key holds no key for it: " + e.getMessage());
        }
    }

    /**
     * Requires that the end of everything is as this node, the only one that writes, left it; and checks some more of
     * the earlier signed rows in each round, cyclically.
     */
    void requireUntouched(Pins pins) throws SQLException, IntegrityViolation {
        ChainRow last = new ChainRows(connection).latest();
        boolean isUntouched = (last == null ? 0 : last.number()) == chain.number()
                && (last == null || last.hash().equals(chain.hash()))
                && isSame(ledgerRows.latest(), lastSigned)
                && states.isUntouched();
        if (!isUntouched) {
            ChainHead end = check.whole();
            new PinsCheck(connection).require(pins, end);
            throw new IntegrityViolation(
                    "what was signed: rows were added that this node did not write, or rows at the end are gone");
        }
        checkAgain();
    }

    /** Whether two checkpoints have the same content. */
    static boolean isSame(@Nullable SignedCheckpoint found, @Nullable SignedCheckpoint known) {
        return found == null
                ? known == null
                : known != null && found.checkpoint().equals(known.checkpoint());
    }

    /** Checks a part of the chain again, with the rows that it refers to. */
    void checkAgain() throws SQLException, IntegrityViolation {
        if (!isChained()) {
            return;
        }
        ChainHead next = check.some(again, AGAIN);
        if (next.number() > again.number()) {
            again = next;
            return;
        }
        check.requireEach(again);
        again = check.start();
    }

    /** Adds what this node has signed itself. */
    void signed(SignedCheckpoint checkpoint, ChainHead end) {
        lastSigned = checkpoint;
        chain = end;
    }

    void signedStates(SignedCheckpoint checkpoint, Frontier over, StatesRows.@Nullable Entry heads, ChainHead end) {
        states.signed(checkpoint, over, heads);
        chain = end;
    }

    void chained(ChainHead end) throws SQLException, IntegrityViolation {
        chain = end;
        again = check.start();
    }
}
