package org.stele.statefile.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.SubjectKind;

/**
 * A subject that is due for re-screening: entries of its kind were added to a list since it was last screened against it.
 *
 * @param screening its last screening
 * @param screenedAgainst the version; null where nobody stated one that was loaded here, so that nobody can say what it held
 * @param added the entries, by reference, that no screening of the subject is known to have searched
 */
public record DueForScreening(
        MemberState memberState,
        SubjectRef subject,
        SubjectKind subjectKind,
        FilingId screening,
        Instant screenedAt,
        @Nullable Sha256Digest screenedAgainst,
        String list,
        List<String> added) {

    public DueForScreening {
        added = List.copyOf(added);
    }
}
