package org.stele.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.stele.command.entry.Previewed;
import org.stele.command.entry.Rejected;
import org.stele.eventstore.event.LedgerOverloaded;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.WritingRefused;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Answers a client whose command was refused, or which the ledger cannot take now. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class RefusalHandler {

    private final ProblemResponse responses;

    RefusalHandler(ProblemResponse responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Rejected refusal, HttpServletRequest request) {
        return responses.of(problem(refusal), request);
    }

    /** A preview ends as a refusal does: nothing is recorded. */
    @ExceptionHandler
    ResponseEntity<FilingsPreview> previewed(Previewed previewed) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(FilingsPreview.of(previewed));
    }

    /** The refusal as a problem; pages show it too. */
    static Problem problem(Rejected refusal) {
        Problem problem = Problem.of(status(refusal.kind()), refusal.code(), String.valueOf(refusal.getMessage()));
        return problem.withErrors(
                refusal.all().stream().flatMap(RefusalHandler::field).toList());
    }

    private static Stream<FieldError> field(Rejected refusal) {
        String field = refusal.field();
        return field == null ? Stream.empty() : Stream.of(FieldError.of(field, String.valueOf(refusal.getMessage())));
    }

    private static int status(Rejected.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case LIFECYCLE -> 409;
            case RULE -> 422;
        };
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unavailable(LedgerUnavailable failure, HttpServletRequest request) {
        boolean overloaded = failure instanceof LedgerOverloaded;
        String code = overloaded ? "ledger-overloaded" : "ledger-unavailable";
        Problem problem = Problem.of(503, code, detail(failure));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, overloaded ? "1" : "5");
        return responses.of(problem, request, headers);
    }

    /** The finding is shown; the text of a database error is not. */
    private static String detail(LedgerUnavailable failure) {
        String reason = failure instanceof WritingRefused refused ? refused.getMessage() + ". " : "";
        return reason + "The ledger cannot take the command now. Send it again with the same Idempotency-Key.";
    }
}
