package org.stele.query.projection.rows;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.statefile.lens.Sight;

/** The sums of the rows that are seen through each lens. Not safe for several threads. */
public final class SightSums {

    private final Map<Sight, Sums> sums = new EnumMap<>(Sight.class);

    /** Of no rows. */
    public SightSums() {
        for (Sight sight : Sight.values()) {
            sums.put(sight, new Sums());
        }
    }

    private SightSums(Map<Sight, Sums> sums) {
        this.sums.putAll(sums);
    }

    static SightSums of(Map<Sight, Sums> sums) {
        return new SightSums(sums);
    }

    /** Those through one lens; only of a lens that was read. */
    public Sums of(Sight sight) {
        Sums own = sums.get(sight);
        if (own == null) {
            throw new IllegalArgumentException("The sums through the lens %s were not read.".formatted(sight));
        }
        return own;
    }

    public SightSums copy() {
        SightSums copy = new SightSums(Map.of());
        copy.sums.clear();
        sums.forEach((sight, own) -> copy.sums.put(sight, own.copy()));
        return copy;
    }

    /** @param sights who sees the row, as a sum of bits */
    public void add(@Nullable MemberState state, int sights, Seal seal) {
        sums.forEach((sight, own) -> {
            if (sight.isIn(sights)) {
                own.add(state, seal);
            }
        });
    }

    public void subtract(@Nullable MemberState state, int sights, Seal seal) {
        sums.forEach((sight, own) -> {
            if (sight.isIn(sights)) {
                own.subtract(state, seal);
            }
        });
    }
}
