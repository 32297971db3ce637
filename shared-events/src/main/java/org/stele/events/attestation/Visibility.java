package org.stele.events.attestation;

/** Whether the State lets its text be read by others, or asked the Committee to withhold it. */
public enum Visibility {
    PUBLISHED,
    WITHHELD
}
