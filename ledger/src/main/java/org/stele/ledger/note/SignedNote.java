package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A SignedNote is a text with its signatures (C2SP signed-note). It proves nothing until a {@link Policy} has verified
 * the signature of a trusted key.
 *
 * @param text ends with a newline; this is what is signed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Enough for sixteen of the longest signatures. */
    public static final int MAX_BYTES = 128 << 10;

    private static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("The text of a note ends with a newline and has no control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("A note has 1 to 64 signatures, not " + signatures.size());
        }
    }

    /** The note with more signatures below the ones it has. */
    public SignedNote with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    public byte[] encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString().getBytes(UTF_8);
    }

    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("A note has at most 131,072 bytes, not " + bytes.length);
        }
        String note = Strict.text(bytes);
        if (note.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "The lines of a note end with a newline alone, without a carriage return");
        }
        int blank = note.lastIndexOf("\n\n");
        if (note.endsWith("\n\n")) {
            throw new IllegalArgumentException(
                    "An empty line follows the last signature: the file ends with one newline"
                            + " more than it had. Take that newline away");
        }
        if (blank >= 0 && !note.endsWith("\n")) {
            throw new IllegalArgumentException(
                    "The last signature line has lost its newline. Add it to the end of the file");
        }
        if (blank < 0) {
            throw new IllegalArgumentException(
                    "A note is a text, a blank line and signature lines, each with a newline");
        }
        return new SignedNote(note.substring(0, blank + 1), signatures(note.substring(blank + 2)));
    }

    /** Parses whole signature lines, such as a witness answers. */
    public static List<NoteSignature> signatures(String lines) {
        List<NoteSignature> signatures = new ArrayList<>();
        int at = 0;
        while (at < lines.length()) {
            int end = lines.indexOf('\n', at);
            if (end < 0 || signatures.size() == MAX_SIGNATURES) {
                throw new IllegalArgumentException("Signature lines are at most 64, each with a newline");
            }
            signatures.add(NoteSignature.parse(lines.substring(at, end)));
            at = end + 1;
        }
        return signatures;
    }
}
