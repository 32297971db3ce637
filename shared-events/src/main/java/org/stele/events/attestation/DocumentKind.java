package org.stele.events.attestation;

/** What a document of the Committee is to the one that it follows. */
public enum DocumentKind {
    /** It follows none. */
    ORIGINAL,
    /** Add.: it supplements another, and is no amendment. */
    ADDENDUM,
    /** Corr.: it corrects another. */
    CORRIGENDUM,
    /** Rev.: its text replaces that of another. */
    REVISION,
    /** A star: the same text, issued again for technical reasons. */
    REISSUE
}
