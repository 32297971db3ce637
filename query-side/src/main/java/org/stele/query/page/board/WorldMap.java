package org.stele.query.page.board;

import java.util.List;
import java.util.Map;
import org.stele.events.MemberState;

/**
 * The outlines of all States, each with its style.
 *
 * @param label the text alternative of the picture
 */
public record WorldMap(World world, List<Area> areas, List<Circle> circles, String label) {

    /** One State's outline. */
    public record Area(String path, BoardState placed) {}

    /** One small State's circle. */
    public record Circle(double x, double y, BoardState placed) {}

    public WorldMap {
        areas = List.copyOf(areas);
        circles = List.copyOf(circles);
    }

    /** The map of these States; any other outline is drawn as no Member State. */
    public static WorldMap of(World world, Map<MemberState, BoardState> states, String label) {
        List<Area> areas = world.shapes().stream()
                .flatMap(shape -> BoardState.of(states, shape.iso3()).map(placed -> new Area(shape.path(), placed)))
                .toList();
        List<Circle> circles = world.small().stream()
                .flatMap(small ->
                        BoardState.of(states, small.iso3()).map(placed -> new Circle(small.x(), small.y(), placed)))
                .toList();
        return new WorldMap(world, areas, circles, label);
    }

    public String viewBox() {
        return "0 0 %s %s".formatted(world.width(), world.height());
    }
}
