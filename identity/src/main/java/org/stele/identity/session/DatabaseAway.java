package org.stele.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Answers 503 where a session or token cannot be looked up because the database is away. */
final class DatabaseAway extends OncePerRequestFilter {

    private final ProblemResponse problems;

    DatabaseAway(ProblemResponse problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted() || !isOfDatabase(failure)) {
                throw failure;
            }
            response.resetBuffer();
            problems.send(
                    Problem.of(
                            503,
                            "ledger-unavailable",
                            "It cannot be checked at the moment who you are. Send the same request again in a few seconds."),
                    request,
                    response);
        }
    }

    private static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
