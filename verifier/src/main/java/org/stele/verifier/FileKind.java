package org.stele.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** A FileKind is the kind of a file by its first bytes, so that a file of another kind is named in the error. */
enum FileKind {
    BUNDLE("an evidence bundle (a ZIP file)", "Check it with: stele-verify bundle FILE"),
    PROOF(
            "a proof (tlog-proof)",
            "Check it with: stele-verify event FILE, or, where it is a proof alone, stele-verify proof FILE --leaf LEAF"),
    CHECKPOINT("a checkpoint", "Check it with: stele-verify checkpoint FILE"),
    LEAF("a leaf", "Name it with --leaf, beside its proof"),
    OPENING("an opening", "Name it with --opening, beside the proof"),
    BODY("a body", "Name it with --body, beside its proof, leaf and salt"),
    PAGE("a web page", "Get the file itself; the ledger may have asked you to sign in"),
    GZIP("a compressed file (gzip)", "Unpack it first"),
    UNKNOWN("something else", "");

    /** The number of bytes that distinguish the kinds. */
    static final int HEAD_BYTES = 1_024;

    private static final Pattern NOTE =
            Pattern.compile("[^\\n]+\\n[0-9]+\\r?\\n[^\\n]+\\r?\\n\\r?\\n\u00e2\u0080\u0094 .*", Pattern.DOTALL);

    private final String name;
    private final String advice;

    FileKind(String name, String advice) {
        this.name = name;
        this.advice = advice;
    }

    static FileKind of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD_BYTES), ISO_8859_1);
        if (text.startsWith("PK")) {
            return BUNDLE;
        }
        if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (text.startsWith("c2sp.org/tlog-proof")) {
            return PROOF;
        }
        if (text.startsWith("{\"commitment\"")) {
            return LEAF;
        }
        if (text.startsWith("{\"metadata\"")) {
            return BODY;
        }
        if (text.startsWith("{\"position\"")) {
            return OPENING;
        }
        if (text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|\\?xml|head|body).*")) {
            return PAGE;
        }
        return NOTE.matcher(text).matches() ? CHECKPOINT : UNKNOWN;
    }

    /** Refuses a file that is clearly of another kind; an unrecognised one is left to its parser. */
    void require(Path file, byte[] head) {
        FileKind found = of(head);
        if (found != this && found != UNKNOWN) {
            throw new WrongUse("Expected %s, and %s is %s. %s.".formatted(name, file, found.name, found.advice));
        }
    }
}
