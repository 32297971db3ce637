package org.stele.query.api;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Answers 503 when the database is unreachable, which passes, and when stored rows cannot be trusted, which needs an
 * operator.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 10)
@RestControllerAdvice("org.stele.query")
public final class UnavailableAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableAdvice.class);

    private final ProblemResponse responses;

    UnavailableAdvice(ProblemResponse responses) {
        this.responses = responses;
    }

    @ExceptionHandler({
        LedgerUnavailable.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<byte[]> unavailable(Exception failure, HttpServletRequest request) {
        LOG.warn("Requests cannot be answered now", failure);
        return responses.of(
                Problem.of(503, "ledger-unavailable", "The ledger cannot be read now. Ask again shortly."), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> damaged(LedgerDamaged failure, HttpServletRequest request) {
        LOG.error("{} cannot be answered: {}", request.getRequestURI(), failure.getMessage());
        return responses.of(
                Problem.of(
                        503,
                        "ledger-damaged",
                        "What is stored for this is damaged, and is not given out: %s."
                                .formatted(failure.getMessage())),
                request);
    }
}
