package org.stele.command.filing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.stele.command.entry.Signing;
import org.stele.events.access.SigningKeyEnrolled;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.submitter.Passkey;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SubmitterSignature;
import org.stele.web.problem.FieldError;

/** The signature that a check page sends: what the browser's passkey answered, or the file that a key file's owner pasted. */
final class FormSignature {

    static final String FILE = "signedFile";

    private static final String NONCE = "signedNonce";
    private static final String CLIENT_DATA = "signedClientData";
    private static final String AUTHENTICATOR_DATA = "signedAuthenticatorData";
    private static final String SIGNATURE = "signedSignature";

    private FormSignature() {}

    /** Of a page whose signature cannot be read. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        FieldError error() {
            return FieldError.of(FilingCommands.WHOLE_FORM, String.valueOf(getMessage()));
        }
    }

    /** @param toSign what is filed now */
    static Signing of(MultiValueMap<String, String> fields, ToSign toSign) throws Unreadable {
        try {
            if (!text(fields, SIGNATURE).isEmpty()) {
                return Signing.by(byPasskey(fields, toSign));
            }
            String file = text(fields, FILE).strip();
            return file.isEmpty()
                    ? Signing.NONE
                    : Signing.by(byFile(SignedFilings.parse(file.getBytes(StandardCharsets.UTF_8)), toSign));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("The signature cannot be read: %s".formatted(e.getMessage()));
        }
    }

    /** What is recorded is what the file says that it signs, or nothing (docs/spec/submitters.md, section 8.1). */
    private static SubmitterSignature byFile(SignedFilings signed, ToSign toSign) throws Unreadable {
        boolean isThis = signed.filings().size() == 1
                && signed.filings().getFirst().digest().hex().equals(toSign.digest());
        if (!isThis) {
            throw new Unreadable(
                    "The signature is over another filing than this one. Sign the form that this page shows, and paste that file.");
        }
        return signed.signature();
    }

    static boolean isThere(MultiValueMap<String, String> fields) {
        return !text(fields, SIGNATURE).isEmpty() || !text(fields, FILE).isBlank();
    }

    /** An assertion does not say whose key signed: it is that of the enrolled key under which it verifies. */
    private static SubmitterSignature byPasskey(MultiValueMap<String, String> fields, ToSign toSign) throws Unreadable {
        Hash digest = Hash.ofHex(toSign.digest());
        for (SigningKeyEnrolled key : toSign.passkeys()) {
            SubmitterSignature signature = SubmitterSignature.ofPasskey(
                    key.key().hex(),
                    toSign.preview().role(),
                    bytes(fields, NONCE),
                    List.of(digest),
                    bytes(fields, CLIENT_DATA),
                    bytes(fields, AUTHENTICATOR_DATA),
                    bytes(fields, SIGNATURE));
            if (holds(signature, key, digest, toSign)) {
                return signature;
            }
        }
        throw new Unreadable(
                "No passkey that your State enrolled for this role signed this. Sign with one that it enrolled, or have this one enrolled.");
    }

    private static boolean holds(SubmitterSignature signature, SigningKeyEnrolled key, Hash digest, ToSign toSign) {
        Passkey party = new Passkey(
                Objects.requireNonNull(key.rpId(), "a passkey's relying party"),
                Objects.requireNonNull(key.origins(), "a passkey's origins"));
        Hash challenge = signature
                .challenge(toSign.preview().origin(), digest, toSign.preview().memberState())
                .hash();
        try {
            signature.require(SigningKey.parse(key.publicKey()), party, challenge);
            return true;
        } catch (NotVerified | IllegalArgumentException e) {
            return false; // It is another key's.
        }
    }

    private static byte[] bytes(MultiValueMap<String, String> fields, String name) {
        return Base64.getUrlDecoder().decode(text(fields, name));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        @Nullable String text = fields.getFirst(name);
        return text == null ? "" : text;
    }
}
