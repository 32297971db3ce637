package org.stele.eventstore.fsck;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.ledger.Leaf;

/**
 * An FsckEventIds finds a second event with the id of another. It keeps eight bytes of each event: a number made of its
 * id. Only where two are the same are the leaves read again, to tell which events have one id, and whether it is one.
 */
final class FsckEventIds {

    private static final int BUCKETS = 256;

    /** The most doubtful numbers that are looked at; nobody has so many by chance. */
    private static final int MAX_DOUBTFUL = 1_000;

    private record Place(long position, UUID id) {}

    private final long[][] buckets = new long[BUCKETS][8];
    private final int[] counts = new int[BUCKETS];
    private final long high;
    private final long low;

    FsckEventIds() {
        SecureRandom random = new SecureRandom();
        // Odd, so that no bit of an id is lost.
        high = random.nextLong() | 1;
        low = random.nextLong() | 1;
    }

    /** Adds an event. */
    void expect(UUID id) {
        long number = number(id);
        int bucket = (int) (number >>> 56);
        if (counts[bucket] == buckets[bucket].length) {
            buckets[bucket] = Arrays.copyOf(buckets[bucket], counts[bucket] + (counts[bucket] >> 1));
        }
        buckets[bucket][counts[bucket]++] = number;
    }

    private long number(UUID id) {
        long mixed = id.getMostSignificantBits() * high + Long.rotateLeft(id.getLeastSignificantBits() * low, 31);
        return (mixed ^ (mixed >>> 32)) * low;
    }

    /** After all events. */
    void check(CopyTableReader tables) throws SQLException, IntegrityViolation {
        Set<Long> doubtful = doubtful();
        if (doubtful.isEmpty()) {
            return;
        }
        Map<UUID, Long> first = new HashMap<>();
        tables.each(
                "event",
                "SELECT position, leaf FROM ledger.event ORDER BY position",
                rows -> rows.stream().map(FsckEventIds::place).toList(),
                places -> requireNew(places, doubtful, first));
    }

    private Set<Long> doubtful() {
        Set<Long> doubtful = new HashSet<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            long[] numbers = buckets[bucket];
            Arrays.sort(numbers, 0, counts[bucket]);
            for (int i = 1; i < counts[bucket] && doubtful.size() < MAX_DOUBTFUL; i++) {
                if (numbers[i] == numbers[i - 1]) {
                    doubtful.add(numbers[i]);
                }
            }
        }
        return doubtful;
    }

    /** All leaves were found to be sound before. */
    private static Place place(CopyRowReader row) {
        return new Place(row.number(), Leaf.parse(row.bytes()).id());
    }

    private void requireNew(List<Place> places, Set<Long> doubtful, Map<UUID, Long> first) throws IntegrityViolation {
        for (Place place : places) {
            Long earlier =
                    doubtful.contains(number(place.id())) ? first.putIfAbsent(place.id(), place.position()) : null;
            if (earlier != null) {
                throw new IntegrityViolation(
                        "event %s: its id is that of event %s too".formatted(place.position(), earlier));
            }
        }
    }
}
