package org.stele.ledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.StateHeads;
import org.stele.ledger.Tree;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Cosignature;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;

/**
 * A SampleLedger is a small ledger in memory, the same for the same seed. Every event is recorded a minute after the
 * one before.
 */
public final class SampleLedger {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> STATES = List.of("AUS", "KEN", "NOR", "RUS");

    private final Random random;
    private final List<SampleEvent> events = new ArrayList<>();
    private final SampleTree tree = new SampleTree();
    private final Map<String, StateHeads.Head> heads = new TreeMap<>();
    private final Map<Long, SignedCheckpoint> checkpoints = new HashMap<>();
    private final SampleTree statesTree = new SampleTree();
    private final List<StateHeads> statesLeaves = new ArrayList<>();

    public SampleLedger(long seed, int size) {
        this.random = new Random(seed);
        grow(size);
    }

    /** Appends events until there are so many. */
    public SampleLedger grow(int size) {
        while (events.size() < size) {
            boolean stateless = random.nextInt(8) == 0;
            append(stateless ? null : STATES.get(random.nextInt(STATES.size())));
        }
        return this;
    }

    public SampleLedger append(@Nullable String state) {
        return appendWithBody(state, body(state, random.nextInt(1_000)));
    }

    public SampleLedger appendWithBody(@Nullable String state, byte[] body) {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        append(state, new UUID(random.nextLong(), random.nextLong()), salt, body);
        return this;
    }

    private void append(@Nullable String state, UUID id, byte[] salt, byte[] body) {
        long position = events.size() + 1;
        StateHeads.Head before = state == null ? null : heads.get(state);
        Leaf leaf = new Leaf(
                position,
                id,
                START.plusSeconds(60 * position),
                state,
                state == null ? null : before == null ? 1 : before.count() + 1,
                before == null ? null : before.hash(),
                Commitment.of(salt, body));
        events.add(new SampleEvent(leaf, salt, body));
        tree.append(leaf.hash());
        if (state != null) {
            heads.put(
                    state, new StateHeads.Head(state, before == null ? 1 : before.count() + 1, position, leaf.hash()));
        }
    }

    /** The same ledger without one event; those that follow are numbered and chained anew, and all is signed again. */
    public SampleLedger without(long dropped) {
        SampleLedger forged = new SampleLedger(0, 0);
        for (SampleEvent event : events) {
            if (event.leaf().position() != dropped) {
                forged.append(event.leaf().state(), event.leaf().id(), event.salt(), event.body());
            }
        }
        return forged;
    }

    /** A body like any that the ledger stores. */
    public static byte[] body(@Nullable String state, int number) {
        String tag = state == null ? "" : "\"memberState=" + state + "\"";
        return ("{\"metadata\":{\"decidedAt\":\"2026-01-01T00:00:00Z\"},\"payload\":{\"remainingCount\":%s},\"tags\":[%s],"
                        + "\"type\":\"attestation.AttestationSubmitted\",\"typeVersion\":\"1\"}")
                .formatted(number, tag)
                .getBytes(UTF_8);
    }

    public int size() {
        return events.size();
    }

    public SampleEvent event(long position) {
        return events.get(Math.toIntExact(position - 1));
    }

    public Tree treeAt(long size) {
        return tree.at(size);
    }

    /** Signed by the log and by both witnesses, ten seconds after the last event. */
    public SignedCheckpoint checkpoint(long size) {
        return checkpoints.computeIfAbsent(
                size,
                at -> signed(
                        SampleKeys.LOG,
                        new Checkpoint(SampleKeys.ORIGIN, at, treeAt(at).root()),
                        at));
    }

    /** A checkpoint under any key, with cosignatures for the time of a size. */
    public static SignedCheckpoint signed(NoteSigner signer, Checkpoint checkpoint, long size) {
        Instant at = START.plusSeconds(60 * size + 10);
        List<NoteSignature> cosignatures = List.of(
                Cosignature.sign(SampleKeys.WITNESS_1, checkpoint, at),
                Cosignature.sign(SampleKeys.WITNESS_2, checkpoint, at.plusSeconds(1)));
        return SignedCheckpoint.sign(signer, checkpoint).with(cosignatures);
    }

    /** Puts the heads of this moment into the second log. */
    public StateHeads recordHeads() {
        StateHeads now = new StateHeads(size(), treeAt(size()).root(), List.copyOf(heads.values()));
        return recordHeads(now);
    }

    /** Puts any heads into the second log, true or not. */
    public StateHeads recordHeads(StateHeads any) {
        statesLeaves.add(any);
        statesTree.append(TreeHash.leaf(any.encode()));
        return any;
    }

    public List<StateHeads> recordedHeads() {
        return List.copyOf(statesLeaves);
    }

    public Tree statesTree() {
        return statesTree.at(statesLeaves.size());
    }

    public SignedCheckpoint statesCheckpoint() {
        Hash root = statesTree().root();
        String origin = SampleKeys.ORIGIN + StateHeads.ORIGIN_SUFFIX;
        return signed(SampleKeys.LOG.named(origin), new Checkpoint(origin, statesLeaves.size(), root), size());
    }

    /** That the last heads are in the second log. */
    public TlogProof lastHeadsProof() {
        return new TlogProof(statesTree().inclusion(statesLeaves.size() - 1), statesCheckpoint());
    }

    public TlogProof proof(long position, long size) {
        return new TlogProof(treeAt(size).inclusion(position - 1), checkpoint(size));
    }
}
