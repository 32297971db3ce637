package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stele.ledger.Hash;

/** Parses the common part of proof files and witness requests: head lines, hashes, a blank line, a note. */
final class HashLines {

    /** The depth of the largest tree that positions can express. */
    static final int MAX_HASHES = 63;

    /** The size of the head, 63 hashes and a note. */
    static final int MAX_BYTES = SignedNote.MAX_BYTES + (16 << 10);

    private final String text;
    private int at;

    HashLines(byte[] bytes) {
        this(bytes, MAX_BYTES);
    }

    HashLines(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "At most %,d bytes were expected, not %s", most, bytes.length));
        }
        this.text = Strict.text(bytes);
    }

    String line() {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new IllegalArgumentException("A line without its newline: " + Strict.shown(text.substring(at)));
        }
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    /** The rest of a line after the word and a space. */
    String after(String word, String line) {
        if (!line.startsWith(word + " ")) {
            throw new IllegalArgumentException("Expected '" + word + "', got " + Strict.shown(line));
        }
        return line.substring(word.length() + 1);
    }

    /** The hashes up to the blank line, which is consumed. */
    List<Hash> hashes() {
        List<Hash> hashes = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (hashes.size() == MAX_HASHES) {
                throw new IllegalArgumentException("A proof has at most 63 hashes");
            }
            hashes.add(Strict.hash(line));
        }
        return hashes;
    }

    byte[] rest() {
        return text.substring(at).getBytes(UTF_8);
    }

    static void append(StringBuilder out, List<Hash> hashes) {
        if (hashes.size() > MAX_HASHES) {
            throw new IllegalArgumentException("A proof has at most 63 hashes, not " + hashes.size());
        }
        hashes.forEach(hash -> out.append(Strict.base64(hash)).append('\n'));
        out.append('\n');
    }
}
