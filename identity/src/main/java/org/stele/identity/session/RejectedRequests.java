package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Answers requests whose parameters or headers have characters that Spring Security's firewall lets nobody read. It looks at them
 * only when a controller asks for one.
 */
@Order(0)
@RestControllerAdvice
final class RejectedRequests {

    private final ProblemResponse problems;

    RejectedRequests(ProblemResponse problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(RequestRejectedException rejected, HttpServletRequest request) {
        return problems.of(
                Problem.of(
                        400,
                        "invalid-parameter",
                        "The name or value of a parameter or header has control characters, or others that no text"
                                + " has. Take them out."),
                request);
    }
}
