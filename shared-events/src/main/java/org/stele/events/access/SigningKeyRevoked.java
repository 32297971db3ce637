package org.stele.events.access;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * A State's root revoked a key, for every role: from this position on nothing that it signed is accepted
 * (docs/spec/submitters.md, section 9).
 *
 * @param key SHA-256 of the public key
 * @param rootKey that signed this, SubjectPublicKeyInfo in base64url
 */
@Event(namespace = "access", name = "SigningKeyRevoked", version = "1")
public record SigningKeyRevoked(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SIGNING_KEY) Sha256Digest key,
        RevocationReason reason,
        String rootKey,
        LocalDate revokedOn)
        implements OfficialEvent {}
