package org.stele.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stele.events.seal.SubjectTag;

/**
 * A KeyRecords is the store of the keys, apart from the ledger. Several processes share one; of two that keep a key for the same
 * subject at once, one wins. Safe for all threads. Its methods throw {@link KeysUnavailable} while the store does not answer.
 */
interface KeyRecords extends AutoCloseable {

    /** Those that are there. */
    Map<SubjectTag, KeyRecord> find(Collection<SubjectTag> subjects);

    /** Those that are there as far as is known without waiting for others, who may be keeping more; {@link #keep} finds these. */
    default Map<SubjectTag, KeyRecord> known(Collection<SubjectTag> subjects) {
        return find(subjects);
    }

    /** Empty where there is none: it never was in this store, or was destroyed. */
    Optional<KeyRecord> find(UUID id);

    /** Keeps new keys durably. The answer has, for each subject, the key that stands: another one where that was first. */
    List<KeyRecord> keep(List<KeyRecord> made);

    /** Destroys a key, durably; whether there was one. May be repeated. */
    boolean destroy(UUID id);

    /** A secret of the store itself, wrapped; empty where it was not made. */
    Optional<byte[]> secret(String name);

    /** Keeps a secret of the store itself. The answer is the one that stands. */
    byte[] keepSecret(String name, byte[] wrapped);

    /** Wraps what is wrapped in another way, for the context that it belongs to. */
    @FunctionalInterface
    interface Rewrapping {

        /** The same array where it is wrapped in that way already. */
        byte[] of(byte[] wrapped, byte[] context);
    }

    /**
     * Wraps every key and secret in another way, durably, and leaves nothing of how they were wrapped; how many were. May be
     * interrupted, and repeated.
     */
    int rewrap(Rewrapping rewrapping);

    @Override
    default void close() {}
}
