package org.stele.eventstore.witness;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.stele.ledger.note.NoteKey;

/**
 * A Witness is an outside party that cosigns checkpoints and remembers them (C2SP tlog-witness).
 *
 * @param key that verifies its cosignatures, of type 4
 * @param url the prefix of {@code /add-checkpoint}
 */
public record Witness(NoteKey key, URI url) {

    public Witness {
        boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (key.kind() != NoteKey.Kind.COSIGNATURE || !isHttp || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "A witness is a verifier key of type 4, a space and an http(s) address, not '%s %s'"
                            .formatted(key, url));
        }
    }

    /** Parses {@code KEY URL, KEY URL, ...}; a blank text names none. */
    public static List<Witness> parse(String text) {
        List<Witness> witnesses = new ArrayList<>();
        for (String one : text.split("[,\n]")) {
            if (one.isBlank()) {
                continue;
            }
            String[] words = one.strip().split("\\s+");
            if (words.length != 2) {
                throw new IllegalArgumentException(
                        "A witness is a verifier key of type 4, a space and an http(s) address, not '%s'"
                                .formatted(one.strip()));
            }
            witnesses.add(new Witness(NoteKey.parse(words[0]), URI.create(words[1].replaceAll("/+$", ""))));
        }
        if (witnesses.stream().map(Witness::key).distinct().count() != witnesses.size()) {
            throw new IllegalArgumentException("A witness is named twice");
        }
        return List.copyOf(witnesses);
    }
}
