package org.stele.eventstore.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.CommandKey;

/**
 * A Change is one way in which somebody with all rights alters the tables.
 *
 * @param places where a check may find it: a position, a tile or a command; what is named must be one of these
 */
public record Change(String kind, List<String> statements, Set<String> places) {

    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("event (?<place>-?\\d+): .*", Pattern.DOTALL),
            Pattern.compile("index_run \\(key -?\\d+, position (?<place>-?\\d+)\\): .*"),
            Pattern.compile("merkle_tile (?<place>\\(level -?\\d+, index -?\\d+\\)): .*"),
            Pattern.compile("command (?<place>\\(.*, [0-9a-f-]{36}\\)): .*"),
            Pattern.compile("(?<place>(checkpoint|cosignature|state_heads|signing_key|signing_chain) \\([^)]*\\)): .*"),
            Pattern.compile("(?<place>event 1 to \\d+): .*"));

    private static final Pattern TILE = Pattern.compile("\\(level (?<level>-?\\d+), index (?<index>-?\\d+)\\)");

    /** A place that the ledger's own coordinates cannot name, because its level or index may be below 0. */
    private record MovedTile(int level, long index) {}

    static Change of(String kind, Stream<String> places, String... statements) {
        return new Change(kind, List.of(statements), new TreeSet<>(places.toList()));
    }

    static Change at(String kind, long position, String sql, Object... arguments) {
        return of(kind, Stream.of(Long.toString(position)), String.format(Locale.ROOT, sql, arguments));
    }

    static String tile(int level, long index) {
        return "(level %s, index %s)".formatted(level, index);
    }

    static String command(CommandKey key) {
        return "(%s, %s)".formatted(key.scope(), key.commandId());
    }

    /** What is left may be sound in itself, and only not what it was. */
    public boolean needsKept() {
        return Stream.of("forged", "end cut off", "put back", "last deleted").anyMatch(kind::contains);
    }

    /** Both changes, one after the other. The second may move a tile on that the first has moved, to its own level or index. */
    Change and(Change other) {
        List<String> both = new ArrayList<>(statements);
        both.addAll(other.statements);
        Set<String> all = new TreeSet<>(places);
        all.addAll(other.places);
        tiles(places)
                .forEach(first -> tiles(other.places)
                        .forEach(second -> all.addAll(
                                List.of(tile(first.level(), second.index()), tile(second.level(), first.index())))));
        return new Change(kind + " + " + other.kind, both, all);
    }

    private static Stream<MovedTile> tiles(Set<String> places) {
        return places.stream()
                .map(TILE::matcher)
                .filter(Matcher::matches)
                .map(tile -> new MovedTile(Integer.parseInt(tile.group("level")), Long.parseLong(tile.group("index"))));
    }

    /** Whether a report says that something is wrong, and names one of the places that were changed. */
    public boolean isPlacedBy(FsckReport report) {
        return isPlacedBy(report.firstWrong());
    }

    /** Whether these words name one of the places that were changed. */
    public boolean isPlacedBy(@Nullable String wrong) {
        return wrong != null
                && NAMES.stream()
                        .map(name -> name.matcher(wrong))
                        .filter(Matcher::matches)
                        .anyMatch(name -> places.contains(name.group("place")));
    }
}
