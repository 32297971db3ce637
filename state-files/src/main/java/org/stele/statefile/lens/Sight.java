package org.stele.statefile.lens;

import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;

/**
 * How a record of one State is seen: every audience has one of these for each State, and the same for all that see the same.
 * Records are stored as each of them sees them; the numbers are in the database and in its policies.
 */
public enum Sight {
    /** The officials of the State whose record it is. */
    OWN(1),
    /** Auditors and the custodian. */
    AUDIT(2),
    COMMITTEE(4),
    MSMT(8),
    /** The public, and the officials of other States. */
    PUBLIC(16),
    /** Of no audience: the record itself, from which the projection goes on. */
    RECORD(32);

    /** Every sight, as the sum of their bits. */
    public static final int ALL = 63;

    private final int bit;

    Sight(int bit) {
        this.bit = bit;
    }

    /** Its bit in a sum of sights. */
    public int bit() {
        return bit;
    }

    public boolean isIn(int sights) {
        return (sights & bit) != 0;
    }

    /** How an audience sees the records of States whose officials it is not. */
    public static Sight ofOthers(Audience audience) {
        return switch (audience.kind()) {
            case PUBLIC, STATE -> PUBLIC;
            case COMMITTEE -> COMMITTEE;
            case AUDIT, CUSTODY -> AUDIT;
            case MSMT -> MSMT;
        };
    }

    /** How an audience sees the records of a State. */
    public static Sight of(Audience audience, MemberState owner) {
        return audience.memberState() == owner ? OWN : ofOthers(audience);
    }

    /** One of the audiences that see a State's records so; null for {@link #RECORD}. */
    public @Nullable Audience audience(MemberState owner) {
        return switch (this) {
            case OWN -> Audience.of(owner);
            case AUDIT -> Audience.AUDIT;
            case COMMITTEE -> Audience.COMMITTEE;
            case MSMT -> Audience.MSMT;
            case PUBLIC -> Audience.PUBLIC;
            case RECORD -> null;
        };
    }
}
