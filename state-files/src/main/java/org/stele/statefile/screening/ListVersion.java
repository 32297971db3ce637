package org.stele.statefile.screening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListEntryKind;
import org.stele.events.screening.list.ListStatus;

/**
 * One version of a list that was loaded.
 *
 * @param reasons why it was held; empty where it stood at once
 * @param previous the version that stood when it was loaded; null for the first
 * @param delta against that version; null for the first
 * @param kinds of its entries, by reference; empty where an older build recorded it
 * @param decision what the registrar decided of a held one; null while nothing is decided, or where it was not held
 */
public record ListVersion(
        String list,
        String source,
        @Nullable String dateGenerated,
        Sha256Digest sha256,
        int entriesCount,
        boolean held,
        List<HoldReason> reasons,
        @Nullable Sha256Digest previous,
        @Nullable ListDelta delta,
        Map<String, ListEntryKind> kinds,
        long position,
        Instant recordedAt,
        @Nullable Decision decision) {

    /**
     * The registrar's word on a held version.
     *
     * @param previous the version that stood until a released one; null for the first, and where it was rejected
     * @param delta against that version; null likewise
     */
    public record Decision(
            boolean released,
            String reason,
            @Nullable Sha256Digest previous,
            @Nullable ListDelta delta,
            long position,
            Instant recordedAt) {}

    public ListVersion {
        reasons = List.copyOf(reasons);
        kinds = Map.copyOf(kinds);
    }

    static ListVersion of(long position, Instant recordedAt, ListVersionLoaded loaded) {
        return new ListVersion(
                loaded.list(),
                loaded.source(),
                loaded.dateGenerated(),
                loaded.sha256(),
                loaded.entriesCount(),
                loaded.status() == ListStatus.HELD,
                loaded.reasons(),
                loaded.previous(),
                loaded.delta(),
                loaded.entries().stream()
                        .collect(Collectors.toMap(ListEntry::reference, ListEntry::kind, (first, _) -> first)),
                position,
                recordedAt,
                null);
    }

    ListVersion decided(long at, Instant instant, ListEvent event) {
        return switch (event) {
            case ListVersionReleased e -> with(new Decision(true, e.reason(), e.previous(), e.delta(), at, instant));
            case ListVersionRejected e -> with(new Decision(false, e.reason(), null, null, at, instant));
            case ListVersionLoaded _ -> this;
        };
    }

    ListVersion with(@Nullable Decision word) {
        return new ListVersion(
                list,
                source,
                dateGenerated,
                sha256,
                entriesCount,
                held,
                reasons,
                previous,
                delta,
                kinds,
                position,
                recordedAt,
                word);
    }

    /** Whether it stands, or stood until another did. */
    public boolean hasStood() {
        return !held || decision != null && decision.released();
    }

    /** The position since which it stands; meaningless where it never stood. */
    public long stoodFrom() {
        return decision == null ? position : decision.position();
    }

    /** Against the version that stood when this one began to; null for the first, and the one it was held with else. */
    public @Nullable ListDelta standingDelta() {
        return decision != null && decision.released() ? decision.delta() : delta;
    }

    /** The version that {@link #standingDelta} compares with; null for the first. */
    public @Nullable Sha256Digest standingPrevious() {
        return decision != null && decision.released() ? decision.previous() : previous;
    }
}
