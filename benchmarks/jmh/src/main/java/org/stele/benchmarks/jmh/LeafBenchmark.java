package org.stele.benchmarks.jmh;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** What one event costs before it is in the tree: its commitment, its leaf and the leaf's hash. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LeafBenchmark {

    private static final int BODY_BYTES = 700;

    private final byte[] salt = new byte[Commitment.SALT_BYTES];
    private final byte[] body = new byte[BODY_BYTES];
    private final UUID id = new UUID(0x4000L, 1L << 63);
    private final Instant at = Instant.parse("2020-03-20T14:00:00.123456Z");
    private final Hash previous = Hash.sha256(salt);
    private final Hash commitment = Commitment.of(salt, body);
    private final byte[] encoded = leaf().encode();
    private long position = 1_000_000;

    private Leaf leaf() {
        return new Leaf(++position, id, at, "NOR", 5_000L, previous, commitment);
    }

    @Benchmark
    public Hash commit() {
        return Commitment.of(salt, body);
    }

    @Benchmark
    public byte[] encode() {
        return leaf().encode();
    }

    @Benchmark
    public Hash encodeAndHash() {
        return TreeHash.leaf(leaf().encode());
    }

    @Benchmark
    public Leaf parse() {
        return Leaf.parse(encoded);
    }
}
