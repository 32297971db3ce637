package org.stele.query.projection;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.query.statefile.StoredThing;

/**
 * One row of query.thing as it was read.
 *
 * @param memberState whose it says it is; null where no State has its code
 * @param trusted the thing and its seal; null where the row is not what the projection wrote
 * @param name of the row, for people
 */
record ThingRow(@Nullable MemberState memberState, @Nullable Trusted trusted, String name) {

    /** What names a thing among all. */
    record Key(MemberState memberState, StoredThing.Kind kind, FilingId id) {

        static Key of(StoredThing thing) {
            return new Key(thing.memberState(), thing.kind(), thing.id());
        }
    }

    /** What the projection wrote. */
    record Trusted(StoredThing thing, Seal seal) {}

    String wrong() {
        return "the row %s of query.thing is not what the projection wrote".formatted(name);
    }
}
