package org.stele.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Refuses requests that name their actor in a header, as was believed before there was sign-in. */
final class HeadersRefused extends OncePerRequestFilter {

    private static final List<String> NAMES = List.of("X-Stele-User", "X-Stele-Role", "X-Stele-State");

    private final ProblemResponse problems;

    HeadersRefused(ProblemResponse problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (NAMES.stream().allMatch(name -> request.getHeader(name) == null)) {
            chain.doFilter(request, response);
            return;
        }
        problems.send(
                Problem.of(
                        401,
                        "actor-headers-refused",
                        "Headers such as X-Stele-Role prove nothing and are not believed. Leave them out, and sign in at /sign-in or send a token in the header Authorization, after the word Bearer."),
                request,
                response);
    }
}
