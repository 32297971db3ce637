package org.stele.ledger.submitter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.NotVerified;

/**
 * A KeyHistory is which keys a State's root enrolled and revoked, in the order of the ledger (docs/spec/submitters.md,
 * section 9).
 */
final class KeyHistory {

    /**
     * A key that may sign for a role.
     *
     * @param passkey where it signs as an authenticator; null where it signs as a JWS
     * @param position of the event; what it signed counts after it
     */
    record Enrolment(SigningKey key, String role, @Nullable Passkey passkey, long position) {}

    private final Map<String, Enrolment> enrolled = new HashMap<>();
    private final Map<String, Long> revoked = new HashMap<>();

    /** Events come in the order of their positions. A revoked key does not come back. */
    void enrol(Enrolment enrolment) throws NotVerified {
        String id = enrolment.key().id();
        requireNotRevoked(id);
        if (enrolled.putIfAbsent(name(id, enrolment.role()), enrolment) != null) {
            throw new NotVerified("the key is enrolled for this role already");
        }
    }

    /** From this position on the key is not accepted, whether it was ever enrolled or not. */
    void revoke(String keyId, long position) {
        revoked.putIfAbsent(keyId, position);
    }

    void requireNotRevoked(String keyId) throws NotVerified {
        if (revoked.containsKey(keyId)) {
            throw new NotVerified("the key was revoked at position " + revoked.get(keyId));
        }
    }

    /** The enrolment of a key for a role; null where there is none so far. */
    @Nullable
    Enrolment find(String keyId, String role) {
        return enrolled.get(name(keyId, role));
    }

    private static String name(String keyId, String role) {
        return keyId + " " + role;
    }
}
