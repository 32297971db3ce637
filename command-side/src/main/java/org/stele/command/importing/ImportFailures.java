package org.stele.command.importing;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.entry.Rejected;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** Tells a client why an import stopped between two rows. */
final class ImportFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFailures.class);

    private ImportFailures() {}

    /** For an answer whose status was sent before: its last line names the failure. */
    static Problem problemAfterLines(RuntimeException failure) {
        return switch (failure) {
            case ImportStopped stop -> problem(stop);
            case LedgerUnavailable _ ->
                Problem.of(
                        503,
                        "ledger-unavailable",
                        "The ledger cannot take the file now. Nothing was entered; send it again.");
            default -> {
                LOG.error("An import failed", failure);
                yield Problem.of(500, "internal", "Something failed here, not in the file. It has been logged.");
            }
        };
    }

    static Problem problem(ImportStopped stop) {
        return switch (stop.getCause()) {
            case Rejected refusal -> problem(stop, 409, String.valueOf(refusal.getMessage()));
            case LedgerUnavailable _ -> problem(stop, 503, "The ledger cannot take it now.");
            case CancellationException _ -> problem(stop, 503, "The service is being stopped.");
            case null, default -> {
                LOG.error("Row {} of an import could not be entered", stop.row(), stop);
                yield problem(stop, 500, "Something failed here, not in the file. It has been logged.");
            }
        };
    }

    private static Problem problem(ImportStopped stop, int status, String reason) {
        return Problem.of(
                        status,
                        "import-stopped",
                        "Row %s could not be entered: %s %s".formatted(stop.row(), reason, ImportStopped.ADVICE))
                .withErrors(List.of(FieldError.of("row " + stop.row(), reason)));
    }
}
