package org.stele.ledger.note;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GoodSignatures caches recently verified signatures, since many proofs have the same checkpoint. Only equal bytes
 * under an equal key match. Safe for several threads.
 */
final class GoodSignatures {

    private static final int MAX_REMEMBERED = 256;

    private final Map<String, Instant> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** When the key signed the text, empty if it did not; for a log's key, which signs without a time, 1970. */
    synchronized Optional<Instant> verify(NoteKey key, String text, NoteSignature signature) {
        String what = key + "\n" + signature.line() + text;
        Instant known = remembered.get(what);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Instant> found = key.kind() == NoteKey.Kind.COSIGNATURE
                ? Cosignature.verify(key, text, signature)
                : key.verifies(text, signature) ? Optional.of(Instant.EPOCH) : Optional.empty();
        found.ifPresent(at -> remembered.put(what, at));
        return found;
    }
}
