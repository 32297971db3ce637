package org.stele.statefile.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Role;

/**
 * One accreditation of a State's official.
 *
 * @param position of the event that began it
 * @param withdrawnOn null while it lasts
 * @param detail null for an audience that sees role and days alone
 */
public record Accreditation(
        long position,
        Role role,
        LocalDate accreditedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable Detail detail) {

    /**
     * Whose it is.
     *
     * @param official staff id
     * @param countersigned whether the State's root signed it
     * @param reason why it was withdrawn; null while it lasts
     */
    public record Detail(
            FilingId id,
            String official,
            boolean countersigned,
            @Nullable String reason) {}

    Accreditation withdrawn(LocalDate on, String reason) {
        return new Accreditation(
                position,
                role,
                accreditedOn,
                on,
                detail == null ? null : new Detail(detail.id(), detail.official(), detail.countersigned(), reason));
    }

    Accreditation withoutDetail() {
        return new Accreditation(position, role, accreditedOn, withdrawnOn, null);
    }
}
