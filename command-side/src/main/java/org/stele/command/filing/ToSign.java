package org.stele.command.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.command.http.FilingsPreview;
import org.stele.events.access.SigningKeyEnrolled;

/**
 * What a form would record, as its signatory signs it.
 *
 * @param passkeys by which the signatory's State lets the role sign; empty where only key files sign
 */
public record ToSign(FilingsPreview preview, List<SigningKeyEnrolled> passkeys) {

    /** The canonical form of the one filing of a form. */
    public String canonical() {
        return preview.filings().getFirst().filing();
    }

    public String digest() {
        return preview.filings().getFirst().digest();
    }

    /** Null where no passkey is enrolled. */
    public @Nullable String relyingParty() {
        return passkeys.isEmpty() ? null : passkeys.getFirst().rpId();
    }
}
