package org.stele.eventstore.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.log.StatesRows;
import org.stele.ledger.Commitment;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tree;
import org.stele.ledger.evidence.BundleBound;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleWriter;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.submitter.SubmitterClaim;
import org.stele.ledger.submitter.SubmitterFiles;

/**
 * An EvidenceBundle is one that was found possible, and is built while it is written. Not safe for several threads.
 */
public final class EvidenceBundle {

    private static final int PROOFS_AT_ONCE = 64;

    private final LogReader log;
    private final EvidenceRequest request;
    private final long stateTag;
    private final SignedCheckpoint checkpoint;
    private final StatesRows.@Nullable Entry heads;
    private final long events;
    private final boolean hasProofs;
    private final List<SignedCheckpoint> brackets;
    private final List<Long> proved = new ArrayList<>();
    private @Nullable Map<Long, AcceptedDamage> accepted;

    EvidenceBundle(
            LogReader log,
            EvidenceRequest request,
            long stateTag,
            SignedCheckpoint checkpoint,
            StatesRows.@Nullable Entry heads,
            long events) {
        this.log = log;
        this.request = request;
        this.stateTag = stateTag;
        this.checkpoint = checkpoint;
        this.heads = heads;
        this.events = events;
        this.hasProofs = heads != null || request.state() != null && events <= EvidenceBundles.MAX_PROOFS_BESIDE_LEAVES;
        this.brackets = log.read("witnessed checkpoints", this::brackets);
    }

    private List<SignedCheckpoint> brackets(Connection connection) throws SQLException {
        List<SignedCheckpoint> found = new ArrayList<>();
        CheckpointRows rows = new CheckpointRows(connection, Log.LEDGER);
        long counted = request.state() == null ? Long.MAX_VALUE : events;
        for (long size : new Brackets(connection, request.size()).sizes(stateTag, counted)) {
            SignedCheckpoint signed = rows.at(size);
            if (signed == null) {
                throw new LedgerDamaged("The checkpoint of size %s is missing".formatted(size));
            }
            found.add(signed);
        }
        return found;
    }

    /** The number of events that it is about. */
    long events() {
        return events;
    }

    /** Adds an upper bound of its size, given the total size of its events' bodies. */
    BundleBound reckon(BundleBound bound, long bodyBytes) {
        int noteBytes = checkpoint.encode().length;
        long leaves = heads == null ? request.size() : events;
        bound.members(1, noteBytes).consistency(consistencySizes().size());
        brackets.forEach(signed -> bound.members(1, signed.encode().length));
        if (heads != null) {
            bound.members(1, heads.leaf().length).proofs(1, request.size(), SignedNote.MAX_BYTES);
        }
        if (hasProofs) {
            bound.proofs(events, request.size(), noteBytes);
        }
        return bound.leaves(leaves, request.size())
                .openings(events, leaves, bodyBytes)
                .submitters(events, bodyBytes);
    }

    /**
     * Writes the whole bundle; the stream is flushed and left open. A missing row ends it with an exception, and the
     * bytes written so far are no valid bundle.
     */
    public void write(OutputStream out) throws IOException {
        BundleHeader header = new BundleHeader(
                checkpoint.checkpoint().origin(), request.size(), request.state(), request.completeness());
        BundleWriter writer = new BundleWriter(out, header, checkpoint);
        for (SignedCheckpoint bracket : brackets) {
            writer.checkpoint(bracket);
        }
        for (long size : consistencySizes()) {
            writer.consistency(log.consistency(size, request.size()));
        }
        if (heads != null) {
            writer.stateHeads(heads.heads(), headsProof(heads));
        }
        SubmitterFiles submitters = new SubmitterFiles(header.origin());
        events(writer, submitters);
        for (int from = 0; hasProofs && from < proved.size(); from += PROOFS_AT_ONCE) {
            for (TlogProof proof : proofs(proved.subList(from, Math.min(proved.size(), from + PROOFS_AT_ONCE)))) {
                writer.proof(proof);
            }
        }
        if (submitters.isWanted()) {
            writer.submitters(submitters.keys(), submitters.signatures());
        }
        writer.finish();
    }

    /** Without all leaves, only consistency ties an earlier root to the bundle's. */
    private SortedSet<Long> consistencySizes() {
        SortedSet<Long> sizes = new TreeSet<>();
        if (heads != null) {
            brackets.forEach(bracket -> sizes.add(bracket.size()));
            sizes.add(heads.heads().size());
        }
        sizes.add(request.since());
        sizes.remove(0L);
        sizes.remove(request.size());
        return sizes;
    }

    /** Under the checkpoint that was recorded together with the leaf. */
    private TlogProof headsProof(StatesRows.Entry entry) {
        return log.read("the proof of State heads", connection -> {
            SignedCheckpoint covering = new CheckpointRows(connection, Log.STATES).from(entry.index() + 1);
            if (covering == null) {
                throw new LedgerDamaged("No checkpoint covers the State heads of index " + entry.index());
            }
            Tree tree = new StatesRows(connection).tree(covering.size());
            return new TlogProof(tree.inclusion(entry.index()), covering);
        });
    }

    private void events(BundleWriter writer, SubmitterFiles submitters) throws IOException {
        long after = 0;
        for (List<EvidencePages.Event> page = page(after); !page.isEmpty(); page = page(after)) {
            for (EvidencePages.Event event : page) {
                write(writer, submitters, event);
            }
            after = page.getLast().position();
        }
    }

    private List<EvidencePages.Event> page(long after) {
        String state = request.state();
        return log.read(
                "events",
                connection -> state != null && request.completeness() == Completeness.HEADS
                        ? EvidencePages.of(connection, stateTag, state, after, request.size())
                        : EvidencePages.all(connection, state, after, request.size()));
    }

    private void write(BundleWriter writer, SubmitterFiles submitters, EvidencePages.Event event) throws IOException {
        Leaf leaf = Leaf.parse(event.leaf());
        if (!request.isAbout(leaf)) {
            writer.leaf(event.leaf());
            return;
        }
        Disclosure disclosure = disclosure(leaf, event);
        writer.event(leaf.position(), event.leaf(), disclosure);
        if (disclosure instanceof Disclosure.Opened opened) {
            // Of an event that is withheld nothing is listed either.
            submitters.add(leaf.position(), leaf.state(), SubmitterClaim.of(opened.body()));
        }
        if (hasProofs) {
            proved.add(leaf.position());
        }
    }

    private Disclosure disclosure(Leaf leaf, EvidencePages.Event event) {
        byte[] salt = event.salt();
        byte[] body = event.body();
        AcceptedDamage decided = accepted().get(leaf.position());
        if (decided != null && (decided.isRedaction() || !isCommitted(leaf, salt, body))) {
            return lost(decided);
        }
        if (salt == null || body == null) {
            throw new LedgerDamaged(
                    "event " + leaf.position() + ": it has no body, and no redaction of it is on record");
        }
        return request.mayRead().test(leaf, body) ? new Disclosure.Opened(salt, body) : new Disclosure.Withheld();
    }

    private static boolean isCommitted(Leaf leaf, byte @Nullable [] salt, byte @Nullable [] body) {
        return salt != null
                && body != null
                && salt.length == Commitment.SALT_BYTES
                && Commitment.of(salt, body).equals(leaf.commitment());
    }

    private Map<Long, AcceptedDamage> accepted() {
        if (accepted == null) {
            accepted = log.read("accepted damage", AcceptedDamage::read);
        }
        return accepted;
    }

    /** The event that accepted the damage of the body, or ordered its removal; a ledger of this size may not have that event yet. */
    private Disclosure lost(AcceptedDamage damage) {
        return damage.by() <= request.size() ? new Disclosure.Redacted(damage.by()) : new Disclosure.Withheld();
    }

    private List<TlogProof> proofs(List<Long> positions) {
        return log.read("proofs", connection -> {
            Tree tree = log.tree(connection, request.size());
            return positions.stream()
                    .map(position -> new TlogProof(tree.inclusion(position - 1), checkpoint))
                    .toList();
        });
    }
}
