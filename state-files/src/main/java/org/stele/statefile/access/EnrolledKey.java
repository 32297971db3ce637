package org.stele.statefile.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.access.RevocationReason;
import org.stele.events.access.SigningForm;

/**
 * One key that a State's root enrolled for a role. Whether the root's signature holds is for verifiers
 * (docs/spec/submitters.md, section 9).
 *
 * @param position of the enrolment: what the key signs counts after it
 * @param revokedOn null while the key is good
 * @param detail null for an audience that sees role and days alone
 */
public record EnrolledKey(
        long position,
        Role role,
        LocalDate enrolledOn,
        @Nullable LocalDate revokedOn,
        @Nullable Detail detail) {

    /**
     * Which key it is.
     *
     * @param revokedAt position of the revocation, from which the key is not accepted; null while it is good
     */
    public record Detail(
            Sha256Digest key,
            String publicKey,
            String label,
            SigningForm form,
            @Nullable Long revokedAt,
            @Nullable RevocationReason reason) {}

    boolean isOf(Sha256Digest key) {
        return detail != null && detail.key().equals(key);
    }

    EnrolledKey revoked(long at, LocalDate on, RevocationReason reason) {
        if (detail == null || revokedOn != null) {
            return this;
        }
        return new EnrolledKey(
                position,
                role,
                enrolledOn,
                on,
                new Detail(detail.key(), detail.publicKey(), detail.label(), detail.form(), at, reason));
    }

    EnrolledKey withoutDetail() {
        return new EnrolledKey(position, role, enrolledOn, revokedOn, null);
    }
}
