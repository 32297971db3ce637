package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stele.events.FilingId;

/**
 * One repatriation notice with every version of it.
 *
 * @param versions in the order in which they were recorded
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 */
record Notice(
        FilingId id, List<NoticeVersion> versions, List<Told> withdrawals) implements OnRecord {

    Notice {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
    }

    @Override
    public long firstPosition() {
        return versions.getFirst().position();
    }

    @Override
    public long lastPosition() {
        return Math.max(OnRecord.lastPosition(versions), OnRecord.lastPosition(withdrawals));
    }

    @Override
    public Notice upTo(long treeSize) {
        return new Notice(id, OnRecord.upTo(versions, treeSize), OnRecord.upTo(withdrawals, treeSize));
    }

    /** What it says at a day; empty while it is not known, and once it is withdrawn. */
    Optional<NoticeVersion> knownAt(LocalDate day) {
        Told withdrawn = OnRecord.last(withdrawals);
        if (!versions.getFirst().isReceivedBy(day) || (withdrawn != null && Days.isBy(withdrawn.on(), day))) {
            return Optional.empty();
        }
        return versions.reversed().stream()
                .filter(version -> version.isReceivedBy(day))
                .findFirst();
    }

    Notice with(NoticeVersion version) {
        return new Notice(id, OnRecord.and(versions, version), withdrawals);
    }

    Notice withdraw(Told received) {
        return new Notice(id, versions, OnRecord.and(withdrawals, received));
    }
}
