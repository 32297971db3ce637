package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * One repatriation notice with every version of it.
 *
 * @param versions in the order in which they were recorded
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 */
public record Notice(FilingId id, List<NoticeVersion> versions, List<DatedFact> withdrawals) implements FiledRecord {

    public Notice {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
    }

    Notice(NoticeVersion first) {
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
    public Notice upTo(long treeSize) {
        return new Notice(id, FiledRecord.upTo(versions, treeSize), FiledRecord.upTo(withdrawals, treeSize));
    }

    @Override
    public @Nullable Unchanged unchanged() {
        return versions.size() == 1 && withdrawals.isEmpty() ? Unchanged.of(versions.getFirst()) : null;
    }

    /** Whether some version of it counts persons of whom there are records. */
    public boolean isOfSubjects() {
        for (NoticeVersion version : versions) {
            if (version.ofSubjects()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Timeline timeline() {
        return Timeline.of(versions, withdrawals, this::knownAt);
    }

    /** What it says at a day; empty before it is known, and after it was withdrawn. */
    public Optional<NoticeVersion> knownAt(LocalDate day) {
        return FiledVersion.knownAt(versions, withdrawals, day);
    }

    public Notice with(NoticeVersion version) {
        return new Notice(id, FiledRecord.and(versions, version), withdrawals);
    }

    public Notice withdraw(DatedFact received) {
        return new Notice(id, versions, FiledRecord.and(withdrawals, received));
    }
}
