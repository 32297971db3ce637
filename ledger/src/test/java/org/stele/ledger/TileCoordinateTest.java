package org.stele.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileCoordinateTest {

    @Test
    void partial_tiles_and_entry_bundles_have_their_own_paths() {
        assertThat(new TileCoordinate(1, 5, 17).path()).isEqualTo("tile/1/005.p/17");
        assertThat(new TileCoordinate(TileCoordinate.ENTRIES, 1000, 256).path()).isEqualTo("tile/entries/x001/000");
        assertThat(TileCoordinate.parse("tile/entries/000.p/255"))
                .isEqualTo(new TileCoordinate(TileCoordinate.ENTRIES, 0, 255));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/8/000",
                "tile/0/x000/001",
                "tile/0/001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/00/000",
                "/tile/0/000",
                "tile/0/000/",
                "tile/-1/000",
                "tile/0/x001"
            })
    void a_path_that_is_never_written_is_refused(String path) {
        assertThatThrownBy(() -> TileCoordinate.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_partial_width_is_what_full_tiles_leave_over() {
        assertThat(TileCoordinate.partialWidth(0, 255)).isEqualTo(255);
        assertThat(TileCoordinate.partialWidth(0, 256)).isZero();
        assertThat(TileCoordinate.partialWidth(1, 256)).isEqualTo(1);
        assertThat(TileCoordinate.partialWidth(1, 65_536)).isZero();
        assertThat(TileCoordinate.partialWidth(2, 65_536)).isEqualTo(1);
    }
}
