package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Evidence changed at random, by byte and by structure, is refused by the whole verifier. What is accepted all the same has
 * to say what the true evidence says ({@link EqualStatement}), and does not count. {@code -Dmutations} prolongs a run,
 * {@code -DmutationThreads} spreads it, and {@code -Dseed} repeats it: of part k the seed is that of the run + k.
 * {@code -DnewSeed=true} draws another one each time.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutationTest {

    private static final long PART = 10_000;

    private final long seed = Long.getLong("seed", Boolean.getBoolean("newSeed") ? System.nanoTime() : 20_261_129);
    private final long mutations = Long.getLong("mutations", 3_000);
    private final MutatedEvidence evidence = MutatedEvidence.make();

    @Test
    void mutated_evidence_is_refused() throws Exception {
        System.out.printf(Locale.ROOT, "%,d mutations, -Dseed=%s%n", mutations, seed);
        long start = System.nanoTime();
        Mutations.Tally tally = run(Integer.getInteger("mutationThreads", 1));
        double seconds = (System.nanoTime() - start) / 1e9;
        tally.refused().forEach((kind, count) -> System.out.printf(Locale.ROOT, "%,12d refused: %s%n", count, kind));
        tally.same().forEach((kind, count) -> System.out.printf(Locale.ROOT, "%,12d say the same: %s%n", count, kind));
        System.out.printf(
                Locale.ROOT,
                "%,d refused and 0 accepted, besides %,d that say the same, in %.0f s: %,.0f a second%n",
                tally.refusedInAll(),
                tally.sameInAll(),
                seconds,
                mutations / seconds);
        assertThat(tally.refusedInAll()).isEqualTo(mutations);
        assertThat(tally.refused()).hasSize(9);
    }

    private Mutations.Tally run(int threads) throws Exception {
        Mutations.Tally all = new Mutations.Tally();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Mutations.Tally>> parts = new ArrayList<>();
            for (long from = 0; from < mutations; from += PART) {
                long partSeed = seed + from / PART;
                long count = Math.min(PART, mutations - from);
                parts.add(executor.submit(() -> new Mutations(partSeed, evidence).run(count)));
            }
            for (Future<Mutations.Tally> part : parts) {
                all.add(part.get());
            }
            return all;
        } finally {
            executor.shutdownNow();
        }
    }
}
