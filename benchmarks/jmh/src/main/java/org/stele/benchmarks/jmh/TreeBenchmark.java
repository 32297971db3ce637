package org.stele.benchmarks.jmh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.InclusionProof;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.ledger.TileHashes;
import org.stele.ledger.Tree;

/** A tree that grows, and proofs out of its tiles, which are all in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeBenchmark {

    /** A multiple of 65,536 has only full tiles below its root's level. */
    @Param("1048576")
    long size;

    private record Place(int level, long index) {}

    private final Map<Place, Tile> tiles = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private Frontier growing = new Frontier();
    private Hash leaf = Hash.sha256();
    private Hash root = Hash.sha256();
    private List<Hash> top = new ArrayList<>();

    @Setup
    public void grow() {
        Frontier frontier = new Frontier();
        for (long i = 0; i < size; i++) {
            frontier.append(leaf, this::keep);
        }
        root = frontier.root();
        top = topHashes();
        growing = frontier;
    }

    private void keep(Tile tile) {
        tiles.put(new Place(tile.level(), tile.index()), tile);
    }

    /** The hashes of the one tile that is not full: the roots of those below it. */
    private List<Hash> topHashes() {
        List<Hash> hashes = new ArrayList<>();
        for (long index = 0; index < TileCoordinate.hashCount(2, size); index++) {
            hashes.add(Objects.requireNonNull(tiles.get(new Place(1, index))).root());
        }
        return hashes;
    }

    private Tile tile(TileCoordinate coordinate) {
        return coordinate.level() == 2
                ? new Tile(2, 0, top)
                : Objects.requireNonNull(tiles.get(new Place(coordinate.level(), coordinate.index())));
    }

    @Benchmark
    public void append() {
        growing.append(leaf, tile -> {});
    }

    @Benchmark
    public InclusionProof prove() {
        return new Tree(size, new TileHashes(size, this::tile)).inclusion(random.nextLong(size));
    }

    @Benchmark
    public boolean verify(Proven proven) {
        return proven.proof.proves(leaf, root);
    }

    /** A proof to verify. */
    @State(Scope.Thread)
    public static class Proven {

        private InclusionProof proof = new InclusionProof(0, 1, List.of());

        @Setup
        public void prove(TreeBenchmark tree) {
            proof = tree.prove();
            if (!proof.proves(tree.leaf, tree.root)) {
                throw new IllegalStateException("The proof does not hold");
            }
        }
    }
}
