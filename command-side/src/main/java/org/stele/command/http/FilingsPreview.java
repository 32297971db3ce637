package org.stele.command.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.stele.command.entry.Previewed;
import org.stele.ledger.submitter.Challenge;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.SignedFilings;

/**
 * What a command would record, as it has to be signed (docs/spec/submitters.md, sections 3 and 5).
 *
 * @param origin of the ledger
 * @param role that signs
 * @param nonce of 32 bytes, base64url; a signer may take another one
 * @param challenge what a key signs with this nonce, base64url
 */
public record FilingsPreview(
        String origin,
        String memberState,
        String role,
        String nonce,
        String challenge,

        @Schema(description = "In the order in which they are signed")
        List<PreviewedFiling> filings) {

    private static final SecureRandom NONCES = new SecureRandom();

    /**
     * One filing.
     *
     * @param digest SHA-256 of the canonical form, in hexadecimal digits
     * @param filing the canonical form
     */
    public record PreviewedFiling(
            String digest, @JsonRawValue String filing) {}

    /** With a nonce that is used once. */
    public static FilingsPreview of(Previewed previewed) {
        byte[] nonce = new byte[Challenge.NONCE_BYTES];
        NONCES.nextBytes(nonce);
        List<Filing> filings = previewed.filings();
        Challenge challenge = SignedFilings.challenge(previewed.origin(), filings, previewed.role(), nonce);
        return new FilingsPreview(
                previewed.origin(),
                filings.getFirst().memberState(),
                previewed.role(),
                base64url(nonce),
                base64url(challenge.hash().bytes()),
                filings.stream()
                        .map(filing -> new PreviewedFiling(
                                filing.digest().hex(), new String(filing.canonical(), StandardCharsets.UTF_8)))
                        .toList());
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
