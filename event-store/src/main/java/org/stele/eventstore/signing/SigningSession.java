package org.stele.eventstore.signing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.home.PinnedCheckpoint;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.Pins.AcceptedRoot;
import org.stele.eventstore.home.Pins.Pin;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.jdbc.Transaction;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.LedgerTiles;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.read.OpenLedger;
import org.stele.eventstore.signing.RollbackGuard.Held;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tree;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A SigningSession is one connection of a node that signs, or that stands by while another node does. What it knows was
 * loaded on this connection or computed since; after any error a new session begins. Not safe for several threads.
 *
 * <p>Everything signed is kept outside the database before anybody can see it, and it covers rows that were committed
 * before: a connection that breaks at any moment leaves nothing that could be signed differently later.
 */
public final class SigningSession {

    private static final Logger LOG = LoggerFactory.getLogger(SigningSession.class);

    /** Held by the one node that signs; it ends with its connection. */
    private static final long SIGNER_LOCK = 0x5354454C45_02L;

    private final Connection connection;
    private final CheckpointSigner.Parts parts;
    private final FollowedLogs logs;
    private final @Nullable AcceptedRoot word;
    private final ChainRows chainRows;
    private final WitnessSet ledgerCosigners;
    private final WitnessSet statesCosigners;
    private Pins pins;
    private boolean isLeading;

    private SigningSession(Connection connection, CheckpointSigner.Parts parts, Held held)
            throws SQLException, IntegrityViolation {
        this.connection = connection;
        this.parts = parts;
        this.word = held.accepted();
        this.chainRows = new ChainRows(connection);
        this.ledgerCosigners = WitnessSet.load(connection, parts.client(), Log.LEDGER, parts.witnesses());
        this.statesCosigners = WitnessSet.load(connection, parts.client(), Log.STATES, parts.witnesses());
        Pins known = held.pins();
        this.pins = known == null ? Pins.empty(parts.keys().origin()) : known;
        ChainHead chain = held.chain();
        this.logs = known == null || chain == null
                ? FollowedLogs.beginWhole(connection, parts.keys(), chain)
                : FollowedLogs.begin(connection, parts.keys(), chain);
    }

    /** Begins at the end of the signed tables; refuses a database that does not extend what was kept. */
    public static SigningSession begin(Connection connection, CheckpointSigner.Parts parts)
            throws SQLException, IOException, IntegrityViolation {
        Held held = RollbackGuard.require(connection, parts.home(), parts.keys());
        if (held.pins() == null) {
            LOG.info(
                    "Nothing was pinned in {}: all that was signed is verified",
                    parts.home().directory());
        }
        SigningSession session = new SigningSession(connection, parts, held);
        session.take();
        return session;
    }

    SigningStatus.Phase phase() {
        return isLeading ? SigningStatus.Phase.SIGNING : SigningStatus.Phase.STANDING_BY;
    }

    /** Of the last checkpoint that this node signed or saw. */
    long size() {
        return logs.size();
    }

    /** How long ago State heads were recorded; null before the first. */
    @Nullable
    Duration headsAge() throws SQLException {
        return new StatesRows(connection).age();
    }

    /** Of the State heads signed last; 0 without any. */
    long headsSize() {
        return logs.states().headsSize();
    }

    /** The pins of this ledger. */
    Pins pins() {
        return pins;
    }

    /** Keeps the verified state. Without a sound chain that waits until a chain was begun. */
    private void take() throws IOException {
        if (word != null && !logs.isChained()) {
            return;
        }
        keep(logs.lastSigned());
        if (word == null || pins.accepted() != null) {
            pin(logs.pins(pins));
            return;
        }
        LOG.warn(
                "Nothing was kept of this ledger. It was verified, and is pinned on the word of an operator: {}", word);
        pin(logs.pins(pins).withAccepted(word));
        parts.home().accepted().delete();
    }

    private void keep(@Nullable SignedCheckpoint checkpoint) throws IOException {
        PinnedCheckpoint kept = parts.home().kept();
        boolean isKept = checkpoint == null
                || kept.read()
                        .map(before -> before.size() > checkpoint.size()
                                || Arrays.equals(before.encode(), checkpoint.encode()))
                        .orElse(false);
        if (checkpoint != null && !isKept) {
            kept.write(checkpoint);
        }
    }

    private void pin(Pins next) throws IOException {
        if (!next.equals(pins) || parts.home().pins().read().isEmpty()) {
            parts.home().pins().write(next, parts.keys());
            pins = next;
        }
    }

    /** Signs what is new if this node is the one that signs; otherwise adds what the other node signed. */
    public void round() throws SQLException, IOException, IntegrityViolation {
        if (!isLeading) {
            lead();
        }
        if (!isLeading) {
            logs.follow();
            logs.checkAgain();
            take();
            return;
        }
        logs.requireUntouched(pins);
        long head = OpenLedger.head(connection);
        if (head < logs.tree().size()) {
            throw new SigningRefused(
                    "Found a database with %s events, and signed one with %s. It went back: restore the one that was signed."
                            .formatted(head, logs.tree().size()));
        }
        if (head > logs.tree().size() || !logs.hasSigned()) {
            sign(head);
        }
        if (!logs.states().hasSigned()) {
            signStates(0, null);
        }
    }

    private void lead() throws SQLException, IOException, IntegrityViolation {
        isLeading = Query.list(
                        connection,
                        "SELECT pg_try_advisory_lock(?) AS got",
                        statement -> statement.setLong(1, SIGNER_LOCK),
                        row -> row.getBoolean("got"))
                .get(0);
        if (!isLeading) {
            return;
        }
        // What the last leader signed before it released the lock.
        logs.follow();
        if (logs.isChained()) {
            admitKeys();
        } else {
            beginChain();
        }
        take();
        StatesRows.Entry unsigned = logs.states().unsigned();
        if (unsigned != null) {
            signStates(unsigned.index() + 1, unsigned);
        }
    }

    /**
     * The chain begins with all existing rows, which were verified, and with the keys that seal it: there must be no
     * moment with a chain that no key of the ledger sealed.
     */
    private void beginChain() throws SQLException, IntegrityViolation {
        ChainRow last = chainRows.latest();
        ChainHead before = last == null ? ChainHead.NONE : new ChainHead(0, last.number(), last.content(), last.hash());
        Subject begin = word == null
                ? Subject.begin("upgrade", logs.tree().size(), logs.tree().root())
                : Subject.begin("accepted", word.size(), word.root());
        TrustedKeys keys = TrustedKeys.read(connection);
        logs.chained(Transaction.run(connection, () -> {
            List<Subject> subjects = new ArrayList<>();
            subjects.add(begin);
            subjects.addAll(chainRows.everything());
            subjects.addAll(keys.admit(connection, parts.keys(), logs.tree().size()));
            return chainRows.append(before, subjects, parts.keys());
        }));
    }

    private void admitKeys() throws SQLException, IntegrityViolation {
        TrustedKeys keys = TrustedKeys.read(connection);
        logs.chained(Transaction.run(connection, () -> {
            List<Subject> recorded =
                    keys.admit(connection, parts.keys(), logs.tree().size());
            return recorded.isEmpty() ? logs.chain() : chainRows.append(logs.chain(), recorded, parts.keys());
        }));
    }

    private void sign(long size) throws SQLException, IOException, IntegrityViolation {
        logs.tree().advance(size);
        SignedCheckpoint signed = signed(Log.LEDGER, size, logs.tree().root());
        Map<NoteKey, NoteSignature> lines = ledgerCosigners.ask(signed, LedgerTiles.tree(connection, size));
        SignedCheckpoint whole = signed.with(lines.values().stream().toList());
        keep(whole);
        logs.signed(whole, record(Log.LEDGER, List.of(), signed, lines));
        pin(logs.pins(pins));
    }

    /** Records the State heads of what was signed last, if they are new and this node is the one that signs. */
    public void recordHeads() throws SQLException, IOException, IntegrityViolation {
        if (!isLeading || size() <= headsSize()) {
            return;
        }
        logs.requireUntouched(pins);
        StateHeads heads = logs.tree().stateHeads();
        StatesRows rows = new StatesRows(connection);
        // Committed before anything is signed over it: a node that stops in between leaves a row for the next node to
        // sign.
        rows.insert(logs.states().size(), heads);
        signStates(logs.states().size() + 1, new StatesRows.Entry(logs.states().size(), heads, heads.encode()));
    }

    /** Signs the second log with one more leaf, or the empty one. */
    private void signStates(long size, StatesRows.@Nullable Entry heads)
            throws SQLException, IOException, IntegrityViolation {
        Tree tree = new StatesRows(connection).tree(size);
        Frontier over = Frontier.of(tree);
        Frontier before = logs.states().log();
        IntegrityViolation.require(
                tree.consistency(before.size()).proves(before.root(), over.root()),
                "state_heads (index %s): the log does not extend the one of size %s that was signed"
                        .formatted(before.size(), before.size()));
        SignedCheckpoint signed = signed(Log.STATES, size, over.root());
        Map<NoteKey, NoteSignature> lines = statesCosigners.ask(signed, tree);
        pin(pins.withStates(new Pin(size, over.root())));
        List<Subject> leaf = heads == null ? List.of() : List.of(Subject.stateHeads(heads.index()));
        ChainHead end = record(Log.STATES, leaf, signed, lines);
        logs.signedStates(signed.with(lines.values().stream().toList()), over, heads, end);
        pin(logs.pins(pins));
    }

    /** Records the checkpoint, its cosignatures and their places in the chain together. */
    private ChainHead record(
            Log log, List<Subject> before, SignedCheckpoint signed, Map<NoteKey, NoteSignature> cosignatures)
            throws SQLException {
        return Transaction.run(connection, () -> {
            List<Subject> subjects = new ArrayList<>(before);
            subjects.addAll(new CheckpointRows(connection, log).insert(signed, cosignatures));
            return chainRows.append(logs.chain(), subjects, parts.keys());
        });
    }

    private SignedCheckpoint signed(Log log, long size, Hash root) {
        return parts.keys().sign(new Checkpoint(log.origin(parts.keys().origin()), size, root));
    }
}
