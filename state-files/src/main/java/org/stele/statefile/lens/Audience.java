package org.stele.statefile.lens;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;

/**
 * For whom a view is made.
 *
 * @param memberState the State whose officials look; null for every other audience
 */
public record Audience(Kind kind, @Nullable MemberState memberState) {

    public static final Audience PUBLIC = new Audience(Kind.PUBLIC, null);
    public static final Audience COMMITTEE = new Audience(Kind.COMMITTEE, null);
    public static final Audience AUDIT = new Audience(Kind.AUDIT, null);
    public static final Audience CUSTODY = new Audience(Kind.CUSTODY, null);
    public static final Audience MSMT = new Audience(Kind.MSMT, null);

    /** The audiences of section 4.8. */
    public enum Kind {
        /** Nobody who is known. */
        PUBLIC,
        /** Chair, registrar, and monitors whom the Committee accredits. */
        COMMITTEE,
        /** Auditors. */
        AUDIT,
        /** Officials of one State. */
        STATE,
        /** The custodian, who sees what auditors see. */
        CUSTODY,
        /** Monitors of the MSMT, which is no body of the United Nations: they see what the public sees, and their own evidence. */
        MSMT
    }

    public Audience {
        if ((kind == Kind.STATE) != (memberState != null)) {
            throw new IllegalArgumentException("The audience STATE names a State, and no other does.");
        }
    }

    public static Audience of(MemberState memberState) {
        return new Audience(Kind.STATE, memberState);
    }

    /** Whether it sees what a State filed as the State filed it, or as an auditor sees it. */
    public boolean seesFilingsOf(MemberState owner) {
        return switch (kind) {
            case COMMITTEE, AUDIT, CUSTODY -> true;
            case STATE -> owner == memberState;
            case PUBLIC, MSMT -> false;
        };
    }

    /** Such as {@code AUDIT}, or {@code STATE NOR}. */
    @Override
    public String toString() {
        return kind == Kind.STATE ? "STATE " + Objects.requireNonNull(memberState) : kind.name();
    }
}
