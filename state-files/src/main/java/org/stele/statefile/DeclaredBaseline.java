package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * One baseline that a State declared outside its attestations, with every version of it.
 *
 * @param versions in the order in which they were recorded
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 */
public record DeclaredBaseline(FilingId id, List<BaselineVersion> versions, List<DatedFact> withdrawals)
        implements FiledRecord {

    public DeclaredBaseline {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
    }

    DeclaredBaseline(BaselineVersion first) {
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
    public DeclaredBaseline upTo(long treeSize) {
        return new DeclaredBaseline(id, FiledRecord.upTo(versions, treeSize), FiledRecord.upTo(withdrawals, treeSize));
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
    public Optional<BaselineVersion> knownAt(LocalDate day) {
        return FiledVersion.knownAt(versions, withdrawals, day);
    }

    public DeclaredBaseline with(BaselineVersion version) {
        return new DeclaredBaseline(id, FiledRecord.and(versions, version), withdrawals);
    }

    public DeclaredBaseline withdraw(DatedFact received) {
        return new DeclaredBaseline(id, versions, FiledRecord.and(withdrawals, received));
    }
}
