package org.stele.ledger.evidence;

/**
 * A Disclosure is what a bundle shows of one event beyond its leaf. Every event that the bundle is about has exactly
 * one.
 */
public sealed interface Disclosure {

    /** The opening of the leaf's commitment: the exact stored bytes, and their salt. */
    record Opened(byte[] salt, byte[] body) implements Disclosure {}

    /** The reader of the bundle may not see the body. */
    record Withheld() implements Disclosure {}

    /**
     * The body was erased, according to another event of the ledger.
     *
     * @param byPosition of that event
     */
    record Redacted(long byPosition) implements Disclosure {}
}
