package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * One repatriation notice with every version of it.
 *
 * @param versions in the order in which they were recorded
 * @param withdrawn when the Committee learnt of its withdrawal; null while it stands
 */
record Notice(
        FilingId id, List<NoticeVersion> versions, @Nullable PartialDate withdrawn) {

    Notice {
        versions = List.copyOf(versions);
    }

    /** What it says at a day; empty while it is not known, and once it is withdrawn. */
    Optional<NoticeVersion> knownAt(LocalDate day) {
        if (!versions.getFirst().isReceivedBy(day) || (withdrawn != null && Days.isBy(withdrawn, day))) {
            return Optional.empty();
        }
        return versions.reversed().stream()
                .filter(version -> version.isReceivedBy(day))
                .findFirst();
    }

    Notice with(NoticeVersion version) {
        List<NoticeVersion> all = new ArrayList<>(versions);
        all.add(version);
        return new Notice(id, all, withdrawn);
    }

    Notice withdraw(PartialDate received) {
        return new Notice(id, versions, received);
    }
}
