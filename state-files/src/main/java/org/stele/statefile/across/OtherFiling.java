package org.stele.statefile.across;

import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * A filing of another State, as it is in view.
 *
 * @param filedAt the position of its first event
 * @param version of a notice; null for a verdict
 * @param position of the event that made it what it is
 */
public record OtherFiling(
        MemberState memberState,
        FilingId id,
        long filedAt,
        @Nullable Integer version,
        long position) {}
