package org.stele.query.projection.rows;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.query.statefile.StoredRecord;

/**
 * One row of query.thing as it was read.
 *
 * @param memberState whose it says it is; null where no State has its code
 * @param trusted the thing and its seal; null where the row is not what the projection wrote
 * @param name of the row, for people
 */
public record RecordRow(
        @Nullable MemberState memberState, @Nullable Trusted trusted, String name) {

    /** What names a thing among all. */
    public record Key(MemberState memberState, StoredRecord.Kind kind, FilingId id) {

        public static Key of(StoredRecord thing) {
            return new Key(thing.memberState(), thing.kind(), thing.id());
        }
    }

    /** What the projection wrote. */
    public record Trusted(StoredRecord thing, Seal seal) {}

    public String wrong() {
        return "the row %s of query.thing is not what the projection wrote".formatted(name);
    }
}
