package org.stele.query.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.evidence.EvidenceKind;

/**
 * One thing that somebody other than the State said about persons there.
 *
 * @param contests whether it contradicts what the State attested
 * @param resolved when it was answered; null while it is open
 */
public record Evidence(
        FilingId id,
        EvidenceKind kind,
        PartialDate asOf,
        PartialDate received,
        @Nullable PersonsCount figure,
        boolean contests,
        String statement,
        @Nullable SourceReference source,
        long position,
        LocalDate recordedOn,
        @Nullable PartialDate resolved) {

    /** Received and not resolved by {@code knownOn}, about days up to {@code effectiveOn} (section 4, "In view"). */
    boolean isInView(LocalDate effectiveOn, LocalDate knownOn) {
        return Days.isBy(received, knownOn)
                && Days.isBy(asOf, effectiveOn)
                && (resolved == null || !Days.isBy(resolved, knownOn));
    }

    Evidence resolve(PartialDate day) {
        return new Evidence(id, kind, asOf, received, figure, contests, statement, source, position, recordedOn, day);
    }
}
