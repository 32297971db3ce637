package org.stele.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * For whom a view is made; rules, section 4.8.
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

    /** That of a credential. A monitor is one of the MSMT: the accreditation of the Panel's ended on 2024-04-30. */
    public static Audience of(Actor actor) {
        return switch (actor.role()) {
            case FOCAL_POINT, SIGNATORY, SCREENING_ANALYST, SCREENING_REVIEWER ->
                of(requireNonNull(actor.memberState()));
            case REGISTRAR, CHAIR -> COMMITTEE;
            case MONITOR -> MSMT;
            case AUDITOR -> AUDIT;
            case CUSTODIAN -> CUSTODY;
        };
    }

    /** Whether it sees what a State filed as the State filed it, or as an auditor sees it. */
    public boolean seesFilingsOf(MemberState owner) {
        return seesAllFilings() || owner == memberState;
    }

    /** The same, of every State. */
    public boolean seesAllFilings() {
        return isAuditing() || kind == Kind.COMMITTEE;
    }

    /** Whether it may check everything that is not sealed: auditors and the custodian. */
    public boolean isAuditing() {
        return kind == Kind.AUDIT || kind == Kind.CUSTODY;
    }

    /**
     * Whether it sees evidence that is marked confidential.
     *
     * @param recordedBy the body that recorded it; null where none did
     */
    public boolean seesConfidentialEvidence(@Nullable MonitoringBody recordedBy) {
        return seesAllFilings() || (kind == Kind.MSMT && recordedBy == MonitoringBody.MSMT);
    }

    /** Such as {@code AUDIT}, or {@code STATE NOR}. */
    @JsonValue
    @Override
    public String toString() {
        return kind == Kind.STATE ? "STATE " + requireNonNull(memberState).iso3() : kind.name();
    }
}
