package org.stele.events.access;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * A State's root enrolled a key: what it signs for the role counts from the next position on. The root's signature stands in
 * the metadata (docs/spec/submitters.md, section 9).
 *
 * @param key SHA-256 of the public key
 * @param publicKey SubjectPublicKeyInfo in base64url
 * @param label for people; no name of a person
 * @param rpId the relying party of a passkey; null for a key file
 * @param origins of the pages where a passkey signs; null for a key file
 * @param rootKey that signed this, like publicKey
 */
@Event(namespace = "access", name = "SigningKeyEnrolled", version = "1")
public record SigningKeyEnrolled(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SIGNING_KEY) Sha256Digest key,
        String publicKey,
        Role role,
        String label,
        SigningForm form,
        @Nullable String rpId,
        @Nullable List<String> origins,
        String rootKey,
        LocalDate enrolledOn)
        implements OfficialEvent {

    public SigningKeyEnrolled {
        origins = origins == null ? null : List.copyOf(origins);
        if ((form == SigningForm.PASSKEY) != (rpId != null) || (rpId == null) != (origins == null)) {
            throw new IllegalArgumentException(
                    "A passkey has a relying party and its origins, and a key file has none.");
        }
        if (!role.isOfMemberState()) {
            throw new IllegalArgumentException(
                    "A State enrols keys for its own roles, not for %s.".formatted(role.id()));
        }
    }
}
