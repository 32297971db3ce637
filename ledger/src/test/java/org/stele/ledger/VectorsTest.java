package org.stele.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that other implementations of RFC 6962 and of the tile paths agree on. */
class VectorsTest {

    private static final List<Hash> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(data -> TreeHash.leaf(HexFormat.of().parseHex(data)))
            .toList();

    private final JsonNode vectors =
            JsonMapper.shared().readTree(VectorsTest.class.getResourceAsStream("/ledger-vectors.json"));

    @Test
    void the_three_hashes_are_those_of_rfc_6962() {
        assertThat(TreeHash.EMPTY_ROOT.hex()).isEqualTo(text("empty_root"));
        assertThat(TreeHash.leaf(new byte[0]).hex()).isEqualTo(text("leaf_hash_of_empty"));
        assertThat(TreeHash.leaf("abc".getBytes(UTF_8)).hex()).isEqualTo(text("leaf_hash_abc"));
        assertThat(TreeHash.node(LEAVES.get(0), LEAVES.get(1)).hex()).isEqualTo(text("node(leaf(''),leaf(00))"));
    }

    @Test
    void the_roots_of_the_first_eight_trees_are_the_known_ones() {
        Frontier frontier = new Frontier();
        List<String> roots = new ArrayList<>();
        for (Hash leaf : LEAVES) {
            frontier.append(leaf, tile -> {});
            roots.add(frontier.root().hex());
        }
        assertThat(roots).isEqualTo(texts("rfc6962_roots_1..8"));
    }

    @Test
    void the_proofs_are_the_known_ones() {
        Tree seven = NaiveTree.tree(LEAVES.subList(0, 7));
        Tree eight = NaiveTree.tree(LEAVES);
        assertThat(hex(seven.inclusion(0).hashes())).isEqualTo(texts("inclusion(leaf 0, n=7)"));
        assertThat(hex(seven.inclusion(5).hashes())).isEqualTo(texts("inclusion(leaf 5, n=7)"));
        assertThat(hex(seven.consistency(3).hashes())).isEqualTo(texts("consistency(3->7)"));
        assertThat(hex(seven.consistency(4).hashes())).isEqualTo(texts("consistency(4->7)"));
        assertThat(hex(eight.consistency(6).hashes())).isEqualTo(texts("consistency(6->8)"));
    }

    @Test
    void the_paths_of_tiles_are_the_known_ones() {
        for (long index : new long[] {0, 999, 1000, 1234067}) {
            TileCoordinate tile = new TileCoordinate(0, index, Tile.WIDTH);
            assertThat(tile.path()).isEqualTo("tile/0/" + text("path(" + index + ")"));
            assertThat(TileCoordinate.parse(tile.path())).isEqualTo(tile);
        }
    }

    private String text(String name) {
        return vectors.get(name).asString();
    }

    private List<String> texts(String name) {
        return vectors.get(name).valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
