package org.stele.command.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.submitter.SubmitterSignature;

/**
 * What a command brings of its submitter's signature (docs/spec/submitters.md): none, one over the filings that it will
 * record, or the question what would have to be signed.
 *
 * @param isPreview whether the filings are asked for and nothing is to be recorded
 * @param signature null without one
 */
public record Signing(boolean isPreview, @Nullable SubmitterSignature signature) {

    public static final Signing NONE = new Signing(false, null);
    public static final Signing PREVIEW = new Signing(true, null);

    private static final String PREVIEW_KEY = "filingPreview";

    public static Signing by(SubmitterSignature signature) {
        return new Signing(false, signature);
    }

    /** The names that {@link #metadata} may have. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(SubmitterSignature.names());
        names.add(PREVIEW_KEY);
        return names;
    }

    /** The entries of the command's metadata that its events get; that of a preview is never recorded. */
    public Map<String, String> metadata() {
        if (isPreview) {
            return Map.of(PREVIEW_KEY, "true");
        }
        return signature == null ? Map.of() : signature.metadata();
    }

    /** Of the metadata of an event that is about to be recorded. */
    public static Signing of(Map<String, String> metadata) {
        if (metadata.containsKey(PREVIEW_KEY)) {
            return PREVIEW;
        }
        SubmitterSignature signature = SubmitterSignature.from(metadata);
        return signature == null ? NONE : by(signature);
    }
}
