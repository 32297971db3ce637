package org.stele.events.access;

/** How an enrolled key signs (docs/spec/submitters.md, sections 6 and 7). */
public enum SigningForm {
    /** A key file, outside any browser. */
    JWS,
    /** An authenticator, on a page. */
    PASSKEY
}
