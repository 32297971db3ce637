package org.stele.statefile.screening;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;

/**
 * A subject and an entry of a list that were confirmed not to be the same, which nothing has ended since.
 *
 * @param entry by its reference
 * @param reasonCode of the candidate's verdict, or of the whole; null where an older build recorded none
 * @param validUntil the last day on which it may be relied on; null where nobody stated one
 * @param position of the confirmation
 */
public record Pairing(
        MemberState memberState,
        SubjectRef subject,
        String entry,
        FilingId screening,
        @Nullable String reasonCode,
        String analyst,
        String reviewer,
        Instant confirmedAt,
        @Nullable LocalDate validUntil,
        long position) {}
