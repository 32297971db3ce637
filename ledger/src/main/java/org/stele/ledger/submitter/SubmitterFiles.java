package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A SubmitterFiles is the two lists of a bundle that say what was signed, without asking whether it holds: they follow from
 * the bodies that the bundle opens, and prove nothing (docs/spec/submitters.md, section 11).
 */
public final class SubmitterFiles {

    /** Longer lists are left out of a bundle. */
    public static final int MAX_BYTES = 16 << 20;

    private final String origin;
    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final ByteArrayOutputStream signatures = new ByteArrayOutputStream();
    private boolean isTooLong;

    /** @param origin of the ledger */
    public SubmitterFiles(String origin) {
        this.origin = origin;
    }

    /** The next event that the bundle opens. One whose signature cannot be read has no line. */
    public void add(long position, @Nullable String state, SubmitterClaim claim) {
        SubmitterSignature signature = claim.signature();
        if (state == null || isTooLong || signature == null) {
            return;
        }
        try {
            add(position, state, claim, signature);
        } catch (IllegalArgumentException e) {
            return;
        }
        isTooLong = keys.size() > MAX_BYTES || signatures.size() > MAX_BYTES;
    }

    private void add(long position, String state, SubmitterClaim claim, SubmitterSignature signature) {
        Hash digest = claim.filed().digest();
        Hash challenge = signature.challenge(origin, digest, state).hash();
        if (claim.isOfKeys()) {
            line(
                    keys,
                    position,
                    state,
                    claim.isEnrolment() ? "enrolled" : "revoked",
                    key(claim),
                    "by",
                    signature.keyId());
        }
        line(signatures, position, state, signature.role(), signature.keyId(), digest.hex(), challenge.hex());
    }

    private static String key(SubmitterClaim claim) {
        String key = claim.statement().text("key");
        if (!key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A key's id has 64 hexadecimal digits");
        }
        return key;
    }

    private static void line(ByteArrayOutputStream out, long position, String... words) {
        out.writeBytes((position + " " + String.join(" ", words) + "\n").getBytes(US_ASCII));
    }

    /** Whether a bundle has the lists: where there is a line, and not too many. */
    public boolean isWanted() {
        return !isTooLong && keys.size() + signatures.size() > 0;
    }

    public byte[] keys() {
        return keys.toByteArray();
    }

    public byte[] signatures() {
        return signatures.toByteArray();
    }
}
