package org.stele.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.BundleReader;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.sample.SampleKeys;

/** Mutations are some of a run, drawn out of one seed: each is made and put to the verifier. */
final class Mutations {

    private final long seed;
    private final Random random;
    private final Mutator mutator;
    private final MutatedEvidence evidence;
    private final Policy policy = SampleKeys.policy();
    private final Tally tally = new Tally();
    private long drawn;

    Mutations(long seed, MutatedEvidence evidence) {
        this.seed = seed;
        this.random = new Random(seed);
        this.mutator = new Mutator(random);
        this.evidence = evidence;
    }

    /** Counts by kind: of mutants that were refused, and of those that say the same. */
    record Tally(Map<String, Long> refused, Map<String, Long> same) {

        Tally() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        void add(Tally other) {
            other.refused.forEach((kind, count) -> refused.merge(kind, count, Long::sum));
            other.same.forEach((kind, count) -> same.merge(kind, count, Long::sum));
        }

        long refusedInAll() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }

        long sameInAll() {
            return same.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Something that throws when evidence is refused. */
    private interface Verification {
        void run() throws NotVerified, IOException;
    }

    /** What a mutant that was accepted has in common with the evidence that it was made from. */
    private interface Comparison {
        Optional<String> sameStatement();
    }

    /** Until so many were refused. */
    Tally run(long count) {
        for (long refused = 0; refused < count; drawn++) {
            boolean wasRefused = switch ((int) (drawn % 3)) {
                case 0 -> proof();
                case 1 -> checkpoint();
                default -> bundle();
            };
            refused += wasRefused ? 1 : 0;
        }
        return tally;
    }

    private boolean proof() {
        byte[] proof = evidence.proof();
        byte[] leaf = evidence.leaf();
        if (random.nextInt(8) == 0) {
            byte[] mutant = mutator.bytes(leaf);
            return put("leaf of a proof, by byte", leaf, mutant, () -> prove(proof, mutant), Optional::empty);
        }
        boolean byByte = random.nextBoolean();
        byte[] mutant = byByte
                ? mutator.bytes(proof)
                : mutator.lines(proof, one(evidence.otherProof(), evidence.foreignProof()));
        return put(
                byByte ? "proof, by byte" : "proof, by line",
                proof,
                mutant,
                () -> prove(mutant, leaf),
                () -> EqualStatement.ofText(proof, mutant));
    }

    private void prove(byte[] proof, byte[] leaf) throws NotVerified {
        TlogProof parsed = TlogProof.parse(proof);
        EventProof.prove(parsed, leaf);
        policy.check(parsed.checkpoint()).requireWitnessed();
    }

    private boolean checkpoint() {
        byte[] original = evidence.checkpoint();
        boolean byByte = random.nextBoolean();
        byte[] mutant = byByte
                ? mutator.bytes(original)
                : mutator.lines(original, one(evidence.earlierCheckpoint(), evidence.foreignCheckpoint()));
        return put(
                byByte ? "checkpoint, by byte" : "checkpoint, by line",
                original,
                mutant,
                () -> policy.check(SignedCheckpoint.parse(mutant)).requireWitnessed(),
                () -> EqualStatement.ofText(original, mutant));
    }

    private byte[] one(byte[] near, byte[] foreign) {
        return random.nextBoolean() ? near : foreign;
    }

    private boolean bundle() {
        int which = random.nextInt(2);
        byte[] original = evidence.bundles().get(which);
        boolean byByte = random.nextInt(4) == 0;
        byte[] mutant = byByte ? mutator.bytes(original) : structure(which, random.nextInt(4));
        return put(
                (which == 0 ? "bundle with leaves" : "bundle with heads") + (byByte ? ", by byte" : ", by structure"),
                original,
                mutant,
                () -> BundleReader.read(
                        new ByteArrayInputStream(mutant),
                        new BundleCheck(policy, null, EventSink.NONE, Progress.SILENT)),
                () -> EqualStatement.ofBundle(original, mutant));
    }

    /** A forger's tool that cannot do what it drew has changed nothing. */
    private byte[] structure(int original, int foreign) {
        try {
            return mutator.structure(evidence.opened(original), evidence.opened(foreign));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return evidence.bundles().get(original);
        }
    }

    /** Whether it was refused; what was not changed is not counted. */
    private boolean put(String kind, byte[] original, byte[] mutant, Verification verification, Comparison comparison) {
        if (Arrays.equals(original, mutant)) {
            return false;
        }
        if (!accepts(verification)) {
            tally.refused.merge(kind, 1L, Long::sum);
            return true;
        }
        String way = comparison
                .sameStatement()
                .orElseThrow(() -> new AssertionError(
                        "ACCEPTED: %s says another thing, -Dseed=%s, drawn as %s".formatted(kind, seed, drawn)));
        tally.same.merge(kind + ": " + way, 1L, Long::sum);
        return false;
    }

    private static boolean accepts(Verification verification) {
        try {
            verification.run();
            return true;
        } catch (NotVerified | IllegalArgumentException | DateTimeException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("Bytes in memory can be read", e);
        }
    }
}
