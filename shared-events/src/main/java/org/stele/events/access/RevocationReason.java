package org.stele.events.access;

/** Why a key is not accepted any more. */
public enum RevocationReason {
    LOST,
    COMPROMISED,
    REPLACED,
    OFFICE_ENDED
}
