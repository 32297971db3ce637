package org.stele.query.projection.rows;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.statefile.StoredRecord;

/**
 * One row of query.thing as it was read.
 *
 * @param memberState the State that it names; null where no State has its code
 * @param trusted the record and its seal; null where the projection did not write the row
 * @param name of the row, for people
 */
public record RecordRow(
        @Nullable MemberState memberState, @Nullable Trusted trusted, String name) {

    /** A record, however it is seen. */
    public record Id(MemberState memberState, StoredRecord.Kind kind, FilingId id) {

        public static Id of(StoredRecord thing) {
            return new Id(thing.memberState(), thing.kind(), thing.id());
        }
    }

    /** A row: a record as some audiences see it. */
    public record Key(Id id, int sights) {

        public static Key of(StoredRecord thing) {
            return new Key(Id.of(thing), thing.sights());
        }
    }

    /** What the projection wrote. */
    public record Trusted(StoredRecord thing, Seal seal) {}

    public String wrong() {
        return "the row %s of query.thing is not what the projection wrote".formatted(name);
    }
}
