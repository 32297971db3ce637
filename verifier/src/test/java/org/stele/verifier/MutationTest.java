package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.note.Trusted;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/**
 * Evidence changed at random is refused. Where it is accepted all the same, it has to say what the true evidence says: the same
 * header, root and events (a bracket less, signature lines in another order). {@code -Dseed} and {@code -Dmutations} repeat
 * and prolong a run.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutationTest {

    private static final Policy POLICY = SampleKeys.policy();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final int mutations = Integer.getInteger("mutations", 50_000);
    private final Random random = new Random(seed);
    private final Mutator mutator = new Mutator(random);

    private final SampleLedger ledger = new SampleLedger(21, 24);
    private final SampleLedger other = new SampleLedger(22, 24);
    private final byte[] proof = ledger.proof(7, 24).encode();
    private final byte[] leaf = ledger.event(7).leaf().encode();

    private long refused;
    private long harmless;

    @Test
    void mutated_evidence_never_says_another_thing() {
        System.out.printf("%,d mutations, -Dseed=%d%n", mutations, seed);
        List<byte[]> bundles = List.of(
                sample(ledger, Completeness.LEAVES), sample(ledger, Completeness.HEADS),
                sample(other, Completeness.LEAVES), sample(other, Completeness.HEADS));
        long start = System.nanoTime();
        for (int i = 0; i < mutations; i++) {
            switch (i % 3) {
                case 0 -> proof();
                case 1 -> checkpoint();
                default -> bundle(bundles.get(i / 3 % 2), bundles.get(random.nextInt(4)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,d refused, %,d accepted that say the same, 0 that say another thing: %,.0f a second%n",
                refused, harmless, mutations / seconds);
        assertThat(refused).isGreaterThan(mutations * 9L / 10);
    }

    private static byte[] sample(SampleLedger ledger, Completeness completeness) {
        if (ledger.recordedHeads().isEmpty()) {
            ledger.recordHeads();
        }
        return new SampleBundle(ledger, "RUS", completeness)
                .checkpoints(9L)
                .consistency(9L)
                .bytes();
    }

    private void bundle(byte[] original, byte[] foreign) {
        byte[] mutant = random.nextInt(4) == 0 ? mutator.bytes(original) : structure(original, foreign);
        Optional<Forger.Said> accepted = Forger.verify(mutant, POLICY, null);
        accepted.ifPresent(said -> assertThat(said)
                .as("-Dseed=%d", seed)
                .isEqualTo(Forger.verify(original, POLICY, null).orElseThrow()));
        count(accepted.isPresent());
    }

    /** A forger's tool that cannot do what it drew has made nothing. */
    private byte[] structure(byte[] original, byte[] foreign) {
        try {
            return mutator.structure(original, foreign);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }

    private void checkpoint() {
        byte[] original = ledger.checkpoint(24).encode();
        byte[] mutant = random.nextBoolean()
                ? mutator.bytes(original)
                : mutator.lines(
                        original,
                        random.nextBoolean()
                                ? ledger.checkpoint(9).encode()
                                : other.checkpoint(24).encode());
        count(accepts(() -> {
            Trusted trusted = POLICY.check(SignedCheckpoint.parse(mutant)).requireWitnessed();
            assertThat(trusted.checkpoint())
                    .as("-Dseed=%d", seed)
                    .isEqualTo(ledger.checkpoint(24).checkpoint());
        }));
    }

    private void proof() {
        boolean atLeaf = random.nextInt(8) == 0;
        byte[] foreign = random.nextBoolean()
                ? ledger.proof(8, 24).encode()
                : other.proof(7, 24).encode();
        byte[] mutantLeaf = atLeaf ? mutator.bytes(leaf) : leaf;
        byte[] mutant = atLeaf ? proof : random.nextBoolean() ? mutator.bytes(proof) : mutator.lines(proof, foreign);
        count(accepts(() -> {
            TlogProof parsed = TlogProof.parse(mutant);
            ProofCommand.prove(parsed, mutantLeaf);
            Trusted trusted = POLICY.check(parsed.checkpoint()).requireWitnessed();
            assertThat(mutantLeaf).as("-Dseed=%d", seed).isEqualTo(leaf);
            assertThat(trusted.checkpoint())
                    .as("-Dseed=%d", seed)
                    .isEqualTo(ledger.checkpoint(24).checkpoint());
            assertThat(parsed.hashes())
                    .as("-Dseed=%d", seed)
                    .isEqualTo(ledger.proof(7, 24).hashes());
        }));
    }

    private void count(boolean accepted) {
        refused += accepted ? 0 : 1;
        harmless += accepted ? 1 : 0;
    }

    /** Something that throws when evidence is refused. */
    private interface Verification {
        void run() throws NotVerified;
    }

    private static boolean accepts(Verification verification) {
        try {
            verification.run();
            return true;
        } catch (NotVerified | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
