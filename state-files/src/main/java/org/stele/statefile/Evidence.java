package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;

/**
 * A statement by somebody other than the State about persons there.
 *
 * @param measure null where nobody said what the figure counts
 * @param recordedBy the monitoring body that recorded it; null where none did
 * @param contests whether it contradicts what the State attested
 * @param resolutions when it was answered; none while it is open
 */
public record Evidence(
        FilingId id,
        EvidenceKind kind,
        PartialDate asOf,
        PartialDate received,
        @Nullable PersonsCount figure,
        @Nullable EvidenceMeasure measure,
        boolean contests,
        boolean confidential,
        @Nullable MonitoringBody recordedBy,
        String statement,
        @Nullable SourceReference source,
        long position,
        LocalDate recordedOn,
        List<DatedFact> resolutions)
        implements FiledRecord {

    public Evidence {
        resolutions = List.copyOf(resolutions);
    }

    @Override
    public long firstPosition() {
        return position;
    }

    @Override
    public long lastPosition() {
        return Math.max(position, FiledRecord.lastPosition(resolutions));
    }

    @Override
    public Evidence upTo(long treeSize) {
        return with(FiledRecord.upTo(resolutions, treeSize));
    }

    @Override
    public @Nullable Unchanged unchanged() {
        return resolutions.isEmpty() ? new Unchanged(this, received.lastEpochDay(), asOf.lastEpochDay()) : null;
    }

    @Override
    public Timeline timeline() {
        return Timeline.of(
                IntStream.concat(IntStream.of(received.lastEpochDay()), Timeline.turns(resolutions)),
                day -> Optional.of(this).filter(evidence -> evidence.isInView(LocalDate.MAX, day)),
                evidence -> evidence.asOf.lastEpochDay());
    }

    /** Received and not resolved by {@code knownOn}, about days up to {@code effectiveOn} (section 4, "In view"). */
    public boolean isInView(LocalDate effectiveOn, LocalDate knownOn) {
        DatedFact resolved = FiledRecord.last(resolutions);
        return Days.isBy(received, knownOn)
                && Days.isBy(asOf, effectiveOn)
                && (resolved == null || !Days.isBy(resolved.on(), knownOn));
    }

    public Evidence resolve(DatedFact day) {
        return with(FiledRecord.and(resolutions, day));
    }

    private Evidence with(List<DatedFact> newResolutions) {
        return new Evidence(
                id,
                kind,
                asOf,
                received,
                figure,
                measure,
                contests,
                confidential,
                recordedBy,
                statement,
                source,
                position,
                recordedOn,
                newResolutions);
    }
}
