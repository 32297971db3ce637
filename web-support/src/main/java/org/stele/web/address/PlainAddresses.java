package org.stele.web.address;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Answers 404 for an address in another spelling: with parameters after a semicolon, with empty path segments, or with
 * dot segments. The web framework would remove the former and log a warning for the latter.
 */
public final class PlainAddresses extends OncePerRequestFilter {

    private static final Pattern OTHERWISE =
            Pattern.compile(";|\\\\|//|%5c|%2f|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    private final ProblemResponse problems;

    public PlainAddresses(ProblemResponse problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!OTHERWISE.matcher(request.getRequestURI()).find()) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of(
                404,
                "not-found",
                "Nothing is at this address. Addresses here have no semicolons, no empty steps and no steps up.");
        problems.send(problem, request, response);
    }
}
