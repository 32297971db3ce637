package org.stele.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Signing;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.submitter.SubmitterSignature;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** The headers by which any command is previewed for signing, or brings its signature. */
public final class SignatureHeaders {

    /** Base64url of the JSON object of a signature's entries. */
    static final String SIGNATURE = "Stele-Signature";

    /** {@code filings}: the answer is what would have to be signed, and nothing is recorded. */
    static final String PREVIEW = "Stele-Preview";

    private static final String FILINGS = "filings";

    private SignatureHeaders() {}

    static Signing of(HttpServletRequest request) {
        String preview = request.getHeader(PREVIEW);
        String signature = request.getHeader(SIGNATURE);
        if (preview != null && (!preview.equals(FILINGS) || signature != null)) {
            throw malformed(PREVIEW, "Expected filings, and no %s beside it, got '%s'.".formatted(SIGNATURE, preview));
        }
        if (preview != null) {
            return Signing.PREVIEW;
        }
        return signature == null ? Signing.NONE : Signing.by(parse(signature));
    }

    /** The signature in base64url of its JSON, as the header and the forms have it; a problem (400) where it is none. */
    public static SubmitterSignature parse(String text) {
        try {
            return of(StrictJson.parseAround(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            throw malformed(
                    SIGNATURE,
                    "Expected base64url of the JSON object with the entries of a signature (docs/spec/submitters.md, section 8): %s."
                            .formatted(e.getMessage()));
        }
    }

    private static SubmitterSignature of(JsonValue.Members members) {
        Map<String, String> entries = new LinkedHashMap<>();
        members.values().keySet().forEach(name -> entries.put(name, members.text(name)));
        if (entries.isEmpty() || !SubmitterSignature.names().containsAll(entries.keySet())) {
            throw new IllegalArgumentException("a signature has the entries " + SubmitterSignature.names());
        }
        @Nullable SubmitterSignature signature = SubmitterSignature.from(entries);
        return Objects.requireNonNull(signature);
    }

    private static RuntimeException malformed(String header, String message) {
        return Problem.of(400, "signature-malformed", message)
                .withErrors(List.of(FieldError.of(header, message)))
                .asException();
    }
}
