package org.stele.identity.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;

/**
 * One thing that happened, before it has a place in the log. It has no name of a person, no secret, and nothing that was typed.
 *
 * @param occurredAt by the clock of the node, to the microsecond
 * @param outcome such as done, or refused with the status
 * @param staffId null where nobody is known
 * @param role in kebab case; null where nobody is known
 * @param memberState three letters; null where the role is of none
 * @param address the path that was asked, without what stood behind it; null where none was
 * @param detail further words, such as by what somebody signed in; null where there are none
 */
public record AccessEntry(
        Instant occurredAt,
        What what,
        String outcome,
        @Nullable String staffId,
        @Nullable String role,
        @Nullable String memberState,
        @Nullable String address,
        @Nullable String detail) {

    public static final String DONE = "done";

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_DETAIL = 8_000;

    /** What happened. */
    public enum What {
        SIGN_IN,
        SIGN_OUT,
        /** A program asked for a token. */
        TOKEN,
        /** An account was changed by its owner. */
        ACCOUNT,
        /** A read of what is not for everybody. */
        READ,
        /** A file was taken. */
        EXPORT,
        /** A request was refused: nobody is known, or not for this. */
        REFUSAL,
        /** A start, with the settings that it found. */
        START,
        /** Entries that could not be kept. */
        LOST;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AccessEntry {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        address = cut(address, LONGEST_ADDRESS);
        detail = cut(detail, LONGEST_DETAIL);
    }

    static AccessEntry of(
            Instant at,
            What what,
            String outcome,
            @Nullable Actor actor,
            @Nullable String address,
            @Nullable String detail) {
        MemberState state = actor == null ? null : actor.memberState();
        return new AccessEntry(
                at,
                what,
                outcome,
                actor == null ? null : actor.staffId(),
                actor == null ? null : actor.role().id(),
                state == null ? null : state.iso3(),
                address,
                detail);
    }

    /** PostgreSQL holds no text with the character zero. */
    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String whole = text.replace('\0', '?');
        return whole.length() <= longest ? whole : whole.substring(0, longest);
    }
}
