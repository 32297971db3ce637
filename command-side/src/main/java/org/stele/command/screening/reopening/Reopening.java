package org.stele.command.screening.reopening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.command.screening.reopenscreenings.ReopenScreenings.LostVerdict;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;

/**
 * One verdict that a change reopens.
 *
 * @param confirmation which of the screening's confirmations it is, from 1
 * @param change the digest of the list version, or the id of the screening that told of the subject's change
 * @param listVersion null where the subject changed
 * @param entries those among the candidates that were removed or amended; empty where the subject changed
 */
record Reopening(
        MemberState memberState,
        FilingId screening,
        int confirmation,
        String change,
        @Nullable Sha256Digest listVersion,
        List<String> entries) {

    private static final int MAX_LISTED = 10;

    Reopening {
        entries = List.copyOf(entries);
    }

    static Reopening ofList(
            MemberState state, FilingId screening, int confirmation, Sha256Digest version, List<String> entries) {
        return new Reopening(state, screening, confirmation, version.hex(), version, entries);
    }

    static Reopening ofSubject(MemberState state, FilingId screening, int confirmation, FilingId told) {
        return new Reopening(state, screening, confirmation, told.toString(), null, List.of());
    }

    LostVerdict lost() {
        return new LostVerdict(screening, confirmation, entries, reason());
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
