package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * One arrival of persons with every version of it.
 *
 * @param versions in the order in which they were recorded
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 */
public record Arrival(FilingId id, List<ArrivalVersion> versions, List<DatedFact> withdrawals) implements FiledRecord {

    public Arrival {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
    }

    Arrival(ArrivalVersion first) {
        this(first.id(), List.of(first), List.of());
    }

    @Override
    public long firstPosition() {
        return versions.getFirst().position();
    }

    @Override
    public long lastPosition() {
        return Math.max(FiledRecord.lastPosition(versions), FiledRecord.lastPosition(withdrawals));
    }

    @Override
    public Arrival upTo(long treeSize) {
        return new Arrival(id, FiledRecord.upTo(versions, treeSize), FiledRecord.upTo(withdrawals, treeSize));
    }

    @Override
    public @Nullable Unchanged unchanged() {
        return versions.size() == 1 && withdrawals.isEmpty() ? Unchanged.of(versions.getFirst()) : null;
    }

    @Override
    public Timeline timeline() {
        return Timeline.of(versions, withdrawals, this::knownAt);
    }

    /** What it says at a day; empty before it is known, and after it was withdrawn. */
    public Optional<ArrivalVersion> knownAt(LocalDate day) {
        return FiledVersion.knownAt(versions, withdrawals, day);
    }

    public Arrival with(ArrivalVersion version) {
        return new Arrival(id, FiledRecord.and(versions, version), withdrawals);
    }

    public Arrival withdraw(DatedFact received) {
        return new Arrival(id, versions, FiledRecord.and(withdrawals, received));
    }
}
