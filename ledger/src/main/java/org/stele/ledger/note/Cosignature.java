package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A Cosignature is a witness's statement that at this time it knew no larger tree of the log (C2SP tlog-cosignature).
 */
public final class Cosignature {

    /** The end of the year 9999, the latest valid time. */
    private static final long MAX_SECOND = 253_402_300_799L;

    private static final int BYTES = 8 + 64;

    private Cosignature() {}

    /** The signature line of a witness under a checkpoint; the time has whole seconds. */
    public static NoteSignature sign(NoteSigner witness, Checkpoint checkpoint, Instant at) {
        if (witness.key().kind() != NoteKey.Kind.COSIGNATURE || at.getEpochSecond() < 1) {
            throw new IllegalArgumentException("A cosignature needs a key of type 4 and a time after 1970");
        }
        byte[] signature = witness.sign(message(at.getEpochSecond(), checkpoint.text()));
        byte[] payload = ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
        return new NoteSignature(witness.key().name(), witness.key().id(), payload);
    }

    /** When the witness signed the text; empty if this is not its valid signature. */
    public static Optional<Instant> verify(NoteKey witness, String text, NoteSignature line) {
        byte[] payload = line.signature();
        if (witness.kind() != NoteKey.Kind.COSIGNATURE || !witness.isNamedBy(line) || payload.length != BYTES) {
            return Optional.empty();
        }
        long second = ByteBuffer.wrap(payload).getLong();
        if (second < 1 || second > MAX_SECOND) {
            return Optional.empty();
        }
        boolean valid = witness.verifies(message(second, text), Arrays.copyOfRange(payload, 8, BYTES));
        return valid ? Optional.of(Instant.ofEpochSecond(second)) : Optional.empty();
    }

    private static byte[] message(long second, String text) {
        return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(UTF_8);
    }
}
