package org.stele.events.access;

import org.stele.events.StateEvent;

/** An event about one State's officials or keys. */
public sealed interface OfficialEvent extends AccessEvent, StateEvent
        permits OfficialAccredited, AccreditationWithdrawn, SigningKeyEnrolled, SigningKeyRevoked {}
