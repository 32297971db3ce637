package org.stele.ledger.note;

import java.nio.ByteBuffer;

/**
 * A NoteSignature is one signature line of a note: {@code — name base64(keyId || signature)}.
 *
 * @param signature without the key id; for a cosignature the time comes first
 */
public record NoteSignature(String name, int keyId, byte[] signature) {

    /** Signatures of other kinds are kept too; the longest known is that of ML-DSA-44. */
    private static final int MAX_BYTES = 8192;

    private static final String DASH = "\u2014 ";

    public NoteSignature {
        Strict.name(name);
        if (signature.length == 0 || signature.length > MAX_BYTES) {
            throw new IllegalArgumentException("A signature has 1 to 8,192 bytes, not " + signature.length);
        }
    }

    /** The line, with its newline. */
    public String line() {
        byte[] payload = ByteBuffer.allocate(4 + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + Strict.base64(payload) + "\n";
    }

    /** Parses a line without its newline. */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new IllegalArgumentException("Not a signature line: " + Strict.shown(line));
        }
        ByteBuffer payload = ByteBuffer.wrap(Strict.base64(line.substring(space + 1)));
        if (payload.remaining() < 5) {
            throw new IllegalArgumentException("A signature line without a signature: " + Strict.shown(line));
        }
        int keyId = payload.getInt();
        byte[] signature = new byte[payload.remaining()];
        payload.get(signature);
        return new NoteSignature(line.substring(DASH.length(), space), keyId, signature);
    }
}
