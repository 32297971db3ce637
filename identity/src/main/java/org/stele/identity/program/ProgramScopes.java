package org.stele.identity.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Refuses (403) what a program's token does not allow: its scopes are narrower than its account's role. */
public final class ProgramScopes extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What lets people in, unseals, or cannot be undone. */
    private static final Pattern FOR_PERSONS = Pattern.compile("/api/v1/(accreditations|subjects)(/.*)?"
            + "|/api/v1/events/[^/]+/(unsealing|redaction|damage-acceptance)(/.*)?"
            + "|/sealed/.*");

    private final ProblemResponse problems;

    public ProgramScopes(ProblemResponse problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (!(known instanceof JwtAuthenticationToken program)) {
            chain.doFilter(request, response);
            return;
        }
        String needed = READING.contains(request.getMethod()) ? Program.READ : Program.FILE;
        boolean has = program.getAuthorities().stream()
                .anyMatch(authority -> ("SCOPE_" + needed).equals(authority.getAuthority()));
        if (!has) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed));
            problems.send(
                    Problem.of(
                            403,
                            "scope-missing",
                            "This needs a token with the scope %s, which this one has not. Get one from /oauth2/token with scope=%s; the owner of the program says at /account/programs what it may have."
                                    .formatted(needed, needed)),
                    request,
                    response);
        } else if (needed.equals(Program.FILE)
                && FOR_PERSONS.matcher(request.getServletPath()).matches()) {
            problems.send(
                    Problem.of(
                            403,
                            "person-required",
                            "No program accredits anybody, unseals, destroys keys or bodies, or accepts damage. A person does, on a page or with a token of their own account."),
                    request,
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
