package org.stele.ledger;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TileCoordinate is the address of a tile, or of a bundle of entries, below the root of a log (C2SP tlog-tiles).
 *
 * @param level the tile level, or {@link #ENTRIES}
 * @param width 256 for a full tile, 1 to 255 for a partial one
 */
public record TileCoordinate(int level, long index, int width) {

    /** The level of an entry bundle, which has no number in a path. */
    public static final int ENTRIES = -1;

    private static final Pattern PATH = Pattern.compile(
            "tile/(?<level>[0-7]|entries)/(?<index>(?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    public TileCoordinate {
        if (level < ENTRIES || level > Tile.MAX_LEVEL || index < 0 || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException(
                    "No tile has level %s, index %s, width %s".formatted(level, index, width));
        }
    }

    /** The number of hashes beyond the last full tile of a level: floor(size / 256^level) mod 256. */
    public static int partialWidth(int level, long treeSize) {
        return (int) (hashCount(level, treeSize) % Tile.WIDTH);
    }

    /** The number of hashes that a tree of this size has at a tile level: floor(size / 256^level). */
    public static long hashCount(int level, long treeSize) {
        return treeSize >>> (Tile.HEIGHT * level);
    }

    /** Parses a path; one that {@link #path} would not have written is refused. */
    public static TileCoordinate parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the path of a tile: " + path);
        }
        String level = matcher.group("level");
        String width = matcher.group("width");
        TileCoordinate coordinate = new TileCoordinate(
                level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                Long.parseLong(matcher.group("index").replaceAll("[x/]", "")),
                width == null ? Tile.WIDTH : Integer.parseInt(width));
        if (!coordinate.path().equals(path)) {
            throw new IllegalArgumentException("The path " + path + " is written " + coordinate.path());
        }
        return coordinate;
    }

    public String path() {
        String suffix = width == Tile.WIDTH ? "" : ".p/" + width;
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + groups(index) + suffix;
    }

    /** Groups of three digits, {@code x} before all but the last: 1234067 is x001/x234/067. */
    private static String groups(long index) {
        String last = String.format(Locale.ROOT, "%03d", index % 1000);
        StringBuilder path = new StringBuilder(last);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return path.toString();
    }
}
