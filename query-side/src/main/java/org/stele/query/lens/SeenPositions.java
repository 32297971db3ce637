package org.stele.query.lens;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.statefile.Attestation;
import org.stele.statefile.Claim;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.FiledRecords;
import org.stele.statefile.Notice;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Cause;
import org.stele.statefile.discrepancy.Discrepancy;

/**
 * Which positions of a State's events a view names: those of events that its audience sees whole. Of the others there are days
 * alone, so that nobody finds in the public log which entry a filing is (rules, section 4.8).
 */
public final class SeenPositions {

    private final boolean isOutside;
    private final StateFile seen;
    private @Nullable Set<FilingId> hidden;

    /** @param seen what the audience sees of the State's file */
    public SeenPositions(Audience audience, StateFile seen) {
        this.seen = seen;
        isOutside = !audience.seesFilingsOf(seen.memberState());
    }

    /** Whether questions, answers and decisions are not seen. */
    public boolean isOutside() {
        return isOutside;
    }

    /** The position of the first event of a filing that a discrepancy names; null where that is not seen whole. */
    public @Nullable Long of(Discrepancy.Filing filing) {
        long position = filing.position();
        return position == 0 || (isOutside && isHidden(position)) ? null : position;
    }

    private boolean isHidden(long created) {
        Attestation attestation = FiledRecords.copyOf(seen.attestations()).createdAt(created);
        Notice notice = FiledRecords.copyOf(seen.notices()).createdAt(created);
        Claim claim = FiledRecords.copyOf(seen.claims()).createdAt(created);
        return (attestation != null && attestation.enveloped())
                || (notice != null && notice.isOfSubjects())
                || (claim != null && claim.kind() == Claim.Kind.EXEMPTION);
    }

    /** The position of an event of a filing; null where the event is not seen whole. */
    public @Nullable Long of(FilingId filing, long position) {
        return position == 0 || (isOutside && hidden().contains(filing)) ? null : position;
    }

    private Set<FilingId> hidden() {
        Set<FilingId> known = hidden;
        if (known == null) {
            known = Stream.of(
                            seen.attestations().stream().filter(Attestation::enveloped),
                            seen.notices().stream().filter(Notice::isOfSubjects),
                            seen.claims().stream().filter(claim -> claim.kind() == Claim.Kind.EXEMPTION))
                    .flatMap(records -> records.map(FiledRecord::id))
                    .collect(Collectors.toSet());
            hidden = known;
        }
        return known;
    }

    /** The position of what made views differ; null where that event is not seen whole. */
    public @Nullable Long of(Cause cause) {
        return switch (cause.kind()) {
            case QUESTION, ANSWER, EXPLANATION, DECISION -> isOutside ? null : of(cause.id(), cause.position());
            default -> of(cause.id(), cause.position());
        };
    }
}
