package org.stele.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.StateHeads.Head;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateHeadsTest {

    private static final Hash HASH = TreeHash.EMPTY_ROOT;
    private static final StateHeads HEADS =
            new StateHeads(9, HASH, List.of(new Head("AUS", 2, 5, HASH), new Head("RUS", 4, 9, HASH)));

    @Test
    void heads_are_canonical_json() {
        assertThat(new String(HEADS.encode(), UTF_8)).isEqualTo("""
                {"root":"%1$s","size":9,"states":[["AUS",2,5,"%1$s"],["RUS",4,9,"%1$s"]],"v":1}""".formatted(HASH));
        assertThat(StateHeads.parse(HEADS.encode())).isEqualTo(HEADS);
        StateHeads none = new StateHeads(0, HASH, List.of());
        assertThat(StateHeads.parse(none.encode())).isEqualTo(none);
    }

    @Test
    void any_other_spelling_is_refused() {
        String json = new String(HEADS.encode(), UTF_8);
        for (String other : List.of(
                json + " ",
                json.replace(",[\"RUS\"", ", [\"RUS\""),
                json.replace("AUS", "SUR"),
                json.replace("\"v\":1", "\"v\":1,\"v\":1"),
                json.replace("[[", "[x["),
                json.replace("\"size\":9", "\"size\":8"),
                json.replace("\"size\":9", "\"size\":5"),
                json.replace("\"RUS\",4", "\"RUS\",8"),
                json.replace("\"AUS\",2", "\"AUS\",0"))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> StateHeads.parse(other.getBytes(UTF_8)));
        }
    }

    @Test
    void counts_never_fall() {
        Head aus = HEADS.heads().get(0);
        Head rus = HEADS.heads().get(1);
        Head grown = new Head("RUS", 5, 10, HASH);
        assertThatNoException().isThrownBy(() -> new StateHeads(10, HASH, List.of(aus, grown)).requireGrownFrom(HEADS));
        for (StateHeads fallen : List.of(
                new StateHeads(10, HASH, List.of(aus)),
                new StateHeads(10, HASH, List.of(aus, new Head("RUS", 3, 9, HASH))),
                new StateHeads(10, HASH, List.of(aus, new Head("RUS", 4, 10, HASH))),
                new StateHeads(10, HASH, List.of(aus, new Head("RUS", 4, 9, TreeHash.leaf(new byte[0])))),
                new StateHeads(10, HASH, List.of(aus, new Head("RUS", 5, 9, HASH))))) {
            assertThatExceptionOfType(NotVerified.class).isThrownBy(() -> fallen.requireGrownFrom(HEADS));
        }
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> HEADS.requireGrownFrom(new StateHeads(10, HASH, List.of(aus, rus))));
    }
}
