package org.stele.events.attestation;

/** Whether the State permits publication of its text, or asked the Committee to withhold it. */
public enum Visibility {
    PUBLISHED,
    WITHHELD
}
