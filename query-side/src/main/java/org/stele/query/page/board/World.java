package org.stele.query.page.board;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.stele.events.MemberState;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where each Member State is drawn: its outline, a circle when it is small, and its tile.
 *
 * @param sphere the outline of the globe
 * @param others the outlines of other territories
 */
@JsonIgnoreProperties("note")
public record World(
        int width, int height, String sphere, String others, List<Shape> shapes, List<Small> small, List<Tile> tiles) {

    /** One State's outline, as SVG path data. */
    public record Shape(MemberState iso3, String path) {}

    /** The circle of a State that is too small to be seen. */
    public record Small(MemberState iso3, double x, double y) {}

    /** One State's column and row in the grid, both from 0. */
    public record Tile(MemberState iso3, int column, int row) {}

    public World {
        shapes = List.copyOf(shapes);
        small = List.copyOf(small);
        tiles = List.copyOf(tiles);
    }

    /** The world of the resource file beside this class; it is read once. */
    public static World read() {
        try (InputStream json = World.class.getResourceAsStream("world.json")) {
            return JsonMapper.shared().readValue(json, World.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The map of the world cannot be read.", e);
        }
    }
}
