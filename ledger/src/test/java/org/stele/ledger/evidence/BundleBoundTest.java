package org.stele.ledger.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;

/** What a bundle comes to is never above its bound, and not far below it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleBoundTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 1_000})
    void bundles_stay_within_their_bound(int size) {
        SampleLedger ledger = new SampleLedger(size, size - 1).append("RUS");
        requireWithin(ledger, null, Completeness.LEAVES);
        requireWithin(ledger, "RUS", Completeness.LEAVES);
        ledger.recordHeads();
        requireWithin(ledger, "RUS", Completeness.LEAVES);
        requireWithin(ledger, "RUS", Completeness.HEADS);
    }

    private static void requireWithin(SampleLedger ledger, @Nullable String state, Completeness completeness) {
        byte[] bundle = new SampleBundle(ledger, state, completeness).bytes();
        BundleBound bound = bound(ledger, state, completeness);
        long members = BundleSurgery.open(bundle).names().size() + 1;
        assertThat(members).isLessThanOrEqualTo(bound.mostMembers());
        assertThat(bundle.length).isLessThanOrEqualTo((int) bound.mostBytes());
        assertThat(bound.mostBytes()).isLessThan(bundle.length * 3L / 2 + 10_000);
    }

    private static BundleBound bound(SampleLedger ledger, @Nullable String state, Completeness completeness) {
        int size = ledger.size();
        int noteBytes = ledger.checkpoint(size).encode().length;
        long[] about = LongStream.rangeClosed(1, size)
                .filter(position -> state == null
                        || Objects.equals(state, ledger.event(position).leaf().state()))
                .toArray();
        long leaves = completeness == Completeness.LEAVES ? size : about.length;
        BundleBound bound = new BundleBound().members(1, noteBytes);
        if (!ledger.recordedHeads().isEmpty()) {
            bound.members(1, ledger.recordedHeads().get(0).encode().length).proofs(1, 1, noteBytes + 100);
        }
        if (state != null) {
            bound.proofs(about.length, size, noteBytes);
        }
        long bodyBytes = LongStream.of(about)
                .map(position -> ledger.event(position).body().length)
                .sum();
        return bound.leaves(leaves, size).openings(about.length, leaves, bodyBytes);
    }

    @Test
    void what_may_be_beyond_a_limit_is_told_with_the_limit() {
        assertThat(new BundleBound().members(64_998, 0).excess()).isEmpty();
        assertThat(new BundleBound().members(64_999, 0).excess())
                .hasValueSatisfying(excess -> assertThat(excess).contains("65,001 members", "at most 65,000"));
        assertThat(new BundleBound().members(1, (1L << 32) - 3_000).excess()).isEmpty();
        assertThat(new BundleBound().members(1, 1L << 32).excess())
                .hasValueSatisfying(excess -> assertThat(excess).contains("at most 4,294,967,295", "bytes"));
    }

    @Test
    void a_million_events_fit_and_ten_million_do_not() {
        assertThat(wholeLedger(1_000_000).excess()).isEmpty();
        assertThat(wholeLedger(10_000_000).excess()).isPresent();
    }

    private static BundleBound wholeLedger(long size) {
        return new BundleBound().leaves(size, size).openings(size, size, size * 1_000);
    }
}
