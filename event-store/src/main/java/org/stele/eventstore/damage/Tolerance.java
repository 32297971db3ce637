package org.stele.eventstore.damage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Tolerance is the positions of which a check reads only the leaves: damage that was accepted and has not changed
 * since, or damage that is known already.
 */
public final class Tolerance {

    private final Map<Long, DamagedPlace> places = new HashMap<>();
    private final SortedMap<Long, AcceptedDamage> accepted = new TreeMap<>();

    /** Skips no position. */
    public static Tolerance none() {
        return new Tolerance();
    }

    /** Skips accepted damage that has not changed since. */
    public static Tolerance ofAccepted(Connection connection) throws SQLException {
        return ofAccepted(connection, 0, Long.MAX_VALUE);
    }

    /** The same for positions after one up to another. */
    public static Tolerance ofAccepted(Connection connection, long after, long upTo) throws SQLException {
        Tolerance tolerance = new Tolerance();
        for (AcceptedDamage damage : AcceptedDamage.read(connection).values()) {
            if (damage.position() > after && damage.position() <= upTo) {
                tolerance.accept(connection, damage);
            }
        }
        return tolerance;
    }

    private void accept(Connection connection, AcceptedDamage damage) throws SQLException {
        DamagedPlace place = DamagedPlace.at(connection, damage.position());
        if (place != null && place.leafHash().equals(damage.leafHash()) && damage.stands(connection)) {
            places.put(damage.position(), place);
            accepted.put(damage.position(), damage);
        }
    }

    /** Also skips positions known to be damaged, as far as their leaves are sound. */
    public Tolerance with(Connection connection, Collection<Long> known) throws SQLException {
        for (long position : known) {
            DamagedPlace place = DamagedPlace.at(connection, position);
            if (place != null) {
                places.putIfAbsent(position, place);
            }
        }
        return this;
    }

    public boolean covers(long position) {
        return places.containsKey(position);
    }

    /** Null for a position that must be as recorded. */
    public @Nullable DamagedPlace at(long position) {
        return places.get(position);
    }

    /**
     * Whether a position belongs to a command that covers a damaged position: only the lost body could tell which
     * events the command had.
     */
    public boolean coversCommandOf(long position) {
        return !places.isEmpty()
                && places.values().stream()
                        .flatMap(place -> place.commands().stream())
                        .anyMatch(command -> command.covers(position));
    }

    /** Whether a row of the table of commands covers a damaged position. */
    public boolean coversCommand(long first, int count) {
        DamagedPlace.Span span = new DamagedPlace.Span(first, count);
        return !places.isEmpty() && places.keySet().stream().anyMatch(span::covers);
    }

    /** In order of position. */
    public List<AcceptedDamage> accepted() {
        return List.copyOf(accepted.values());
    }

    public Long[] positions() {
        return places.keySet().toArray(Long[]::new);
    }
}
