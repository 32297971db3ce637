package org.stele.command.screening.reopening;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.reopenscreening.ReopenScreening;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ReopeningCause;

/**
 * One verdict that a change reopens. Its id follows from both, so that it is recorded once, whoever sends it and how often.
 *
 * @param change the digest of the list version, or the id of the screening that told of the subject's change
 * @param listVersion null where the subject changed
 * @param entries those among the candidates that were removed or amended; empty where the subject changed
 */
record Reopening(
        MemberState memberState,
        FilingId screening,
        String change,
        @Nullable Sha256Digest listVersion,
        List<String> entries) {

    /** The staff id under which the program acts. */
    static final String PROGRAM = "stele";

    private static final int MAX_LISTED = 10;

    Reopening {
        entries = List.copyOf(entries);
    }

    static Reopening ofList(MemberState state, FilingId screening, Sha256Digest version, List<String> entries) {
        return new Reopening(state, screening, version.hex(), version, entries);
    }

    static Reopening ofSubject(MemberState state, FilingId screening, FilingId told) {
        return new Reopening(state, screening, told.toString(), null, List.of());
    }

    ReopenScreening command(LocalDate today) {
        // For the registrar whose list it is, or for the State whose subject it is.
        Actor actor = listVersion == null
                ? new Actor(PROGRAM, Role.SCREENING_ANALYST, memberState)
                : new Actor(PROGRAM, Role.REGISTRAR, null);
        return new ReopenScreening(
                new CommandContext(actor, new CommandId(UUID.nameUUIDFromBytes(name())), today),
                screening,
                listVersion == null ? ReopeningCause.SUBJECT_CHANGE : ReopeningCause.LIST_CHANGE,
                listVersion,
                entries,
                reason());
    }

    /** The digest under which a repetition is known as the same command. */
    Sha256Digest digest() {
        return Sha256Digest.of(name());
    }

    private byte[] name() {
        return "reopening\n%s\n%s".formatted(screening, change).getBytes(StandardCharsets.UTF_8);
    }

    private String reason() {
        if (listVersion == null) {
            return "What is known of the subject changed.";
        }
        String named = String.join(", ", entries.stream().limit(MAX_LISTED).toList());
        String more = entries.size() > MAX_LISTED ? " and others" : "";
        return "Removed or amended in the list version that begins with %s: %s%s."
                .formatted(listVersion.abbreviated(16), named, more);
    }
}
