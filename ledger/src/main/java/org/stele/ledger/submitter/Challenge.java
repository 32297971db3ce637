package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import org.stele.ledger.Hash;

/**
 * A Challenge is the 32 bytes that a key signs: a hash over the ledger, the filings, the State, the role and a nonce
 * (docs/spec/submitters.md, section 5).
 *
 * @param origin of the ledger that the filing is for
 * @param filings the digests of the filings that are signed together, usually one
 */
public record Challenge(String origin, List<Hash> filings, String memberState, String role, byte[] nonce) {

    public static final int NONCE_BYTES = 32;

    /** A document may answer so many obligations, with a filing for each. */
    public static final int MAX_FILINGS = 20;

    private static final byte[] LABEL = "stele-filing@v1\n".getBytes(US_ASCII);
    private static final byte[] LABEL_OF_SEVERAL = "stele-filings@v1\n".getBytes(US_ASCII);
    private static final int MAX_ORIGIN_BYTES = 1_024;

    public Challenge {
        filings = List.copyOf(filings);
        nonce = nonce.clone();
        require(
                !filings.isEmpty() && filings.size() <= MAX_FILINGS && new HashSet<>(filings).size() == filings.size(),
                "Expected 1 to 20 digests of filings, each once");
        require(memberState.matches("[A-Z]{3}"), "Expected the code of a State, three letters A to Z");
        require(role.matches("[a-z]{1,16}(-[a-z]{1,16})?"), "Expected a role, such as signatory");
        require(nonce.length == NONCE_BYTES, "A nonce has 32 bytes");
        require(
                !origin.isEmpty() && origin.indexOf('\n') < 0 && origin.getBytes(UTF_8).length <= MAX_ORIGIN_BYTES,
                "Expected the origin of a ledger");
    }

    public Hash hash() {
        byte[] roleBytes = role.getBytes(US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(LABEL);
        out.writeBytes(origin.getBytes(UTF_8));
        out.write('\n');
        out.writeBytes(signedDigest().bytes());
        out.writeBytes(memberState.getBytes(US_ASCII));
        out.write(roleBytes.length);
        out.writeBytes(roleBytes);
        out.writeBytes(nonce);
        return Hash.sha256(out.toByteArray());
    }

    /** The digest of the one filing, or a hash over those of several. */
    private Hash signedDigest() {
        if (filings.size() == 1) {
            return filings.get(0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(LABEL_OF_SEVERAL);
        filings.forEach(digest -> out.writeBytes(digest.bytes()));
        return Hash.sha256(out.toByteArray());
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
