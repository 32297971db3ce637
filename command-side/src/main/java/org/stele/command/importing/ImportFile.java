package org.stele.command.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.stele.events.Sha256Digest;
import org.stele.web.body.BodyLimit;

/** The bytes of a file to import and the digest that names them. The bytes are kept, because they are read twice. */
final class ImportFile {

    /** As many as the web takes. */
    static final int MOST_BYTES = (int) BodyLimit.MOST_IMPORT_BYTES;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final Sha256Digest sha256;

    private ImportFile(byte[] bytes) {
        this.bytes = bytes;
        this.sha256 = sha256(bytes);
    }

    /** Reads the stream to its end, or to one byte more than is taken: such a file is refused when it is checked. */
    static ImportFile read(InputStream stream) throws IOException {
        return new ImportFile(stream.readNBytes(MOST_BYTES + 1));
    }

    Sha256Digest sha256() {
        return sha256;
    }

    boolean isTooLarge() {
        return bytes.length > MOST_BYTES;
    }

    /** Whether it starts as UTF-16 does. */
    boolean isUtf16() {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** The bytes after a byte order mark. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, contentStart(), bytes.length - contentStart())
                .slice()
                .asReadOnlyBuffer();
    }

    /** The text after a byte order mark. */
    Reader text() {
        int start = contentStart();
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8);
    }

    private int contentStart() {
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? BYTE_ORDER_MARK.length : 0;
    }

    static Sha256Digest sha256(byte[] bytes) {
        try {
            return new Sha256Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
