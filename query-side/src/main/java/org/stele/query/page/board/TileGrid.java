package org.stele.query.page.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.stele.events.MemberState;

/** All States as tiles of one size, in the order of their names. */
public record TileGrid(List<Tile> tiles) {

    /**
     * One State's tile.
     *
     * @param column from 1, as in the style sheet's classes
     * @param row from 1
     */
    public record Tile(int column, int row, BoardState placed) {}

    public TileGrid {
        tiles = List.copyOf(tiles);
    }

    /** The grid of these States; each must have a place in the world. */
    public static TileGrid of(World world, Map<MemberState, BoardState> states) {
        return new TileGrid(world.tiles().stream()
                .flatMap(tile -> BoardState.of(states, tile.iso3())
                        .map(placed -> new Tile(tile.column() + 1, tile.row() + 1, placed)))
                .sorted(Comparator.comparing(tile -> tile.placed().state().officialName()))
                .toList());
    }
}
