package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.web.problem.ProblemResponse;

/** Answers who tried too much on a page, as the filter of sign-in does. */
@Order(0)
@RestControllerAdvice
final class GuessProblems {

    private final ProblemResponse problems;

    GuessProblems(ProblemResponse problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(TooManyGuesses guesses, HttpServletRequest request) {
        return problems.of(guesses.problem(), request, guesses.headers());
    }
}
