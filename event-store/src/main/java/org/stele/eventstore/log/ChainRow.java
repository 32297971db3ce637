package org.stele.eventstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A ChainRow is one row of the chain of everything signed.
 *
 * @param number from 1, without a gap
 * @param previous hash of the row before; {@link #NONE} before the first
 * @param digest over the content of the row that it refers to
 * @param seal a signature over number and content, on the last row of what was recorded together; null elsewhere
 */
public record ChainRow(long number, Hash previous, Subject subject, Hash digest, byte @Nullable [] seal) {

    /** What the first row follows. */
    public static final Hash NONE = Hash.of(new byte[Hash.SIZE_BYTES]);

    /** The kinds of subject, as the table names them. */
    static final String BEGIN = "begin";

    public static final String CHECKPOINT = "checkpoint";
    public static final String COSIGNATURE = "cosignature";
    public static final String STATE_HEADS = "state_heads";
    public static final String SIGNING_KEY = "signing_key";

    /** A Subject identifies a row of another table by the columns of its key (see V6__signing_chain.sql). */
    public record Subject(String kind, String part, long size, String name) {

        public static Subject begin(String why, long size, Hash root) {
            return new Subject(BEGIN, why, size, root.hex());
        }

        static Subject checkpoint(Log log, long size) {
            return new Subject(CHECKPOINT, log.column(), size, "");
        }

        static Subject cosignature(Log log, long size, String witness) {
            return new Subject(COSIGNATURE, log.column(), size, witness);
        }

        public static Subject stateHeads(long index) {
            return new Subject(STATE_HEADS, "", index, "");
        }

        public static Subject signingKey(String key, String edge, long size) {
            return new Subject(SIGNING_KEY, edge, size, key);
        }

        public boolean isKnown() {
            return Set.of(BEGIN, CHECKPOINT, COSIGNATURE, STATE_HEADS, SIGNING_KEY)
                    .contains(kind);
        }

        /** Its name in reports. */
        @Override
        public String toString() {
            return switch (kind) {
                case CHECKPOINT -> "checkpoint (" + part + ", size " + size + ")";
                case COSIGNATURE -> "cosignature (" + part + ", size " + size + ", " + name + ")";
                case STATE_HEADS -> "state_heads (index " + size + ")";
                case SIGNING_KEY -> "signing_key (" + name + ", " + part + ")";
                default -> kind + " (" + part + ", size " + size + ", " + name + ")";
            };
        }
    }

    /** SHA-256 over the content of the subject's row, as {@link ChainRows} reads it. */
    public static Hash digest(String held) {
        return Hash.sha256(held.getBytes(UTF_8));
    }

    /** The content that a seal signs. */
    public Hash content() {
        String text = number + "\n" + previous.hex() + "\n" + subject.kind + "\n" + subject.part + "\n" + subject.size
                + "\n" + subject.name + "\n" + digest.hex() + "\n";
        return Hash.sha256(text.getBytes(UTF_8));
    }

    /** The hash that the next row has as its previous. */
    public Hash hash() {
        return Hash.sha256(content().bytes(), seal == null ? new byte[0] : seal);
    }

    public boolean isBegin() {
        return subject.kind.equals(BEGIN);
    }

    /** Whether the seal is over this content, whoever made it. */
    public boolean isSealedAsItIs() {
        try {
            return seal != null
                    && SignedCheckpoint.parse(seal).checkpoint().root().equals(content());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public String place() {
        return place(number);
    }

    /** The row's name in reports. */
    public static String place(long number) {
        return "signing_chain (number " + number + "): ";
    }

    public ChainRow sealed(byte[] by) {
        return new ChainRow(number, previous, subject, digest, by);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChainRow row
                && number == row.number
                && content().equals(row.content())
                && Arrays.equals(seal, row.seal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, digest);
    }
}
