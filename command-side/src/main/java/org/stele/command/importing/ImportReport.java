package org.stele.command.importing;

import java.util.List;
import org.stele.events.Sha256Digest;

/**
 * The result of an import.
 *
 * @param dryRun whether the file was only checked
 * @param rows rows below the header that are not blank, up to where reading stopped
 * @param entered rows of which something was recorded now
 * @param alreadyEntered rows recorded earlier from the same file
 * @param errorsCount all errors, listed or not
 * @param errors the first of them, at most {@link ImportErrors#MAX_LISTED}; with any error nothing is entered
 * @param warningsCount all cells that may hold personal data, listed or not; they are entered as they stand
 * @param warnings the first of them, as many as of the errors
 * @param fileSha256 of the bytes as they came
 */
public record ImportReport(
        ImportKind kind,
        boolean dryRun,
        long rows,
        long entered,
        long alreadyEntered,
        long errorsCount,
        List<ImportError> errors,
        long warningsCount,
        List<ImportError> warnings,
        Sha256Digest fileSha256) {

    public ImportReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
