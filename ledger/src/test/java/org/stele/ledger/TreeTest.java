package org.stele.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tree is grown leaf by leaf, and at every size everything about it is compared with the naive tree. */
class TreeTest {

    private static final int SMALL = 70;

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TreeHash.leaf(("leaf " + i).getBytes(UTF_8)))
                .toList();
    }

    @Test
    void every_inclusion_proof_of_every_small_tree_proves_its_leaf_and_no_other() {
        List<Hash> leaves = leaves(SMALL);
        for (int size = 1; size <= SMALL; size++) {
            Tree tree = NaiveTree.tree(leaves.subList(0, size));
            Hash root = NaiveTree.root(leaves.subList(0, size));
            assertThat(tree.root()).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.proves(leaves.get(index), root)).isTrue();
                assertThat(proof.proves(leaves.get((index + 1) % SMALL), root)).isFalse();
                assertThat(new InclusionProof(index, size + 1, proof.hashes()).rootOver(leaves.get(index)))
                        .as("a proof for %d of %d, told to be of a tree one larger", index, size)
                        .isNotEqualTo(Optional.of(NaiveTree.root(leaves(size + 1))));
            }
        }
    }

    @Test
    void every_consistency_proof_between_small_trees_proves_its_two_roots_and_no_others() {
        List<Hash> leaves = leaves(SMALL);
        for (int size = 0; size <= SMALL; size++) {
            Tree tree = NaiveTree.tree(leaves.subList(0, size));
            Hash root = NaiveTree.root(leaves.subList(0, size));
            for (int old = 0; old <= size; old++) {
                Hash oldRoot = NaiveTree.root(leaves.subList(0, old));
                ConsistencyProof proof = tree.consistency(old);
                assertThat(proof.proves(oldRoot, root))
                        .as("%d -> %d", old, size)
                        .isTrue();
                assertThat(proof.proves(leaves.get(3), root)).isFalse();
                assertThat(old == 0 || !proof.proves(oldRoot, leaves.get(3))).isTrue();
            }
        }
    }

    @Test
    void a_changed_dropped_or_added_hash_invalidates_a_proof() {
        List<Hash> leaves = leaves(SMALL);
        Tree tree = NaiveTree.tree(leaves);
        InclusionProof proof = tree.inclusion(20);
        Hash leaf = leaves.get(20);
        for (int i = 0; i < proof.hashes().size(); i++) {
            List<Hash> changed = new ArrayList<>(proof.hashes());
            changed.set(i, leaf);
            assertThat(new InclusionProof(20, SMALL, changed).proves(leaf, tree.root()))
                    .isFalse();
            changed.remove(i);
            assertThat(new InclusionProof(20, SMALL, changed).proves(leaf, tree.root()))
                    .isFalse();
        }
        List<Hash> longer = new ArrayList<>(proof.hashes());
        longer.add(leaf);
        assertThat(new InclusionProof(20, SMALL, longer).proves(leaf, tree.root()))
                .isFalse();
    }

    @Test
    void proofs_for_leaves_or_sizes_that_do_not_exist_are_refused() {
        Tree tree = NaiveTree.tree(leaves(5));
        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new InclusionProof(5, 5, List.of()).rootOver(leaves(1).get(0)))
                .isEmpty();
        assertThat(new ConsistencyProof(6, 5, List.of()).proves(tree.root(), tree.root()))
                .isFalse();
    }

    @Test
    void a_frontier_and_its_tiles_agree_with_the_naive_tree_around_the_edges_of_tiles() {
        int count = 2 * 65_536 + 300;
        List<Hash> leaves = leaves(count);
        Map<TileCoordinate, Tile> tiles = new HashMap<>();
        Frontier frontier = new Frontier();
        for (int size = 1; size <= count; size++) {
            frontier.append(leaves.get(size - 1), tile -> tiles.put(full(tile), tile));
            if (atAnEdge(size)) {
                List<Hash> soFar = leaves.subList(0, size);
                Hash root = NaiveTree.root(soFar);
                Tree tree = new Tree(size, new TileHashes(size, coordinate -> tile(coordinate, tiles, soFar)));
                assertThat(frontier.root()).as("root at %d", size).isEqualTo(root);
                assertThat(tree.root()).isEqualTo(root);
                assertThat(Frontier.of(tree).root()).isEqualTo(root);
                assertThat(tree.inclusion(size / 2).proves(leaves.get(size / 2), root))
                        .isTrue();
                assertThat(tree.consistency(size / 3).proves(NaiveTree.root(leaves.subList(0, size / 3)), root))
                        .isTrue();
            }
        }
        assertThat(tiles).hasSize(count / 256 + count / 65_536);
    }

    @Test
    void a_frontier_taken_up_again_emits_the_same_tiles() {
        List<Hash> leaves = leaves(700);
        for (int stop : new int[] {0, 1, 255, 256, 257, 511, 512, 513}) {
            Map<TileCoordinate, Tile> tiles = new HashMap<>();
            Frontier first = new Frontier();
            leaves.subList(0, stop).forEach(leaf -> first.append(leaf, tile -> tiles.put(full(tile), tile)));
            Frontier second = Frontier.of(NaiveTree.tree(leaves.subList(0, stop)));
            leaves.subList(stop, 700).forEach(leaf -> second.append(leaf, tile -> tiles.put(full(tile), tile)));
            assertThat(second.root()).isEqualTo(NaiveTree.root(leaves));
            assertThat(tiles).hasSize(2);
            assertThat(tiles.get(new TileCoordinate(0, 1, 256))).isEqualTo(new Tile(0, 1, leaves.subList(256, 512)));
        }
    }

    private static boolean atAnEdge(int size) {
        return Math.floorMod(size + 1, 65_536) <= 2 || size == 255 || size == 256 || size == 257 || size == 131_372;
    }

    private static TileCoordinate full(Tile tile) {
        return new TileCoordinate(tile.level(), tile.index(), Tile.WIDTH);
    }

    private static Tile tile(TileCoordinate coordinate, Map<TileCoordinate, Tile> tiles, List<Hash> leaves) {
        Tile full = tiles.get(coordinate);
        if (full != null) {
            return full;
        }
        int width = 1 << (8 * coordinate.level());
        List<Hash> hashes = IntStream.range(0, coordinate.width())
                .map(i -> Math.toIntExact(coordinate.index() * Tile.WIDTH + i) * width)
                .mapToObj(from -> NaiveTree.root(leaves.subList(from, from + width)))
                .toList();
        return new Tile(coordinate.level(), coordinate.index(), hashes);
    }
}
