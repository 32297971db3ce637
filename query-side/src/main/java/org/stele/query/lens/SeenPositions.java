package org.stele.query.lens;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.statefile.Claim;
import org.stele.statefile.Notice;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Cause;

/**
 * Which positions of a State's events a view names: those of events that its audience sees whole. Of the others there are days
 * alone, so that nobody finds in the public log which entry a filing is (rules, section 4.8).
 */
public final class SeenPositions {

    private final boolean isOutside;
    private final Set<FilingId> hidden = new HashSet<>();

    /** @param seen what the audience sees of the State's file */
    public SeenPositions(Audience audience, StateFile seen) {
        isOutside = !audience.seesFilingsOf(seen.memberState());
        if (isOutside) {
            seen.attestations().stream()
                    .filter(attestation -> attestation.enveloped())
                    .forEach(attestation -> hidden.add(attestation.id()));
            seen.notices().stream().filter(Notice::isOfSubjects).forEach(notice -> hidden.add(notice.id()));
            seen.claims().stream()
                    .filter(claim -> claim.kind() == Claim.Kind.EXEMPTION)
                    .forEach(claim -> hidden.add(claim.id()));
        }
    }

    /** Whether questions, answers and decisions are not seen. */
    public boolean isOutside() {
        return isOutside;
    }

    /** The position of an event of a filing; null where the event is not seen whole. */
    public @Nullable Long of(FilingId filing, long position) {
        return hidden.contains(filing) || position == 0 ? null : position;
    }

    /** The position of what made views differ; null where that event is not seen whole. */
    public @Nullable Long of(Cause cause) {
        return switch (cause.kind()) {
            case QUESTION, ANSWER, EXPLANATION, DECISION -> isOutside ? null : of(cause.id(), cause.position());
            default -> of(cause.id(), cause.position());
        };
    }
}
