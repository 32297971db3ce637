package org.stele.keys;

import java.security.GeneralSecurityException;

/**
 * A MasterKey wraps the keys in the store, so that who has the store alone reads nothing. A key management service is one more
 * implementation: it wraps and unwraps 32 bytes for a context. Safe for all threads.
 */
public interface MasterKey {

    /** Names the key without telling it: what is wrapped under it says so. */
    String id();

    /** @param context that the same bytes must be unwrapped for */
    byte[] wrap(byte[] key, byte[] context) throws GeneralSecurityException;

    /** @throws GeneralSecurityException where it was wrapped under another key or for another context, or was changed */
    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException;
}
