package org.stele.web.actor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.events.Audience;
import org.stele.web.body.Farewell;
import org.stele.web.door.Nearness;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;
import org.stele.web.problem.ProblemResponse;

/**
 * Keeps what the machine says of itself for auditors and for who works on it: others are told whether it is well, and no more. The
 * details of its health are shown to a request with a principal, which it has from here alone.
 */
public final class OperatorsOnly extends OncePerRequestFilter {

    private static final String ACTUATOR = "/actuator";
    private static final String HEALTH = ACTUATOR + "/health";
    private static final Principal OPERATOR = () -> "operator";

    private final Credentials credentials;
    private final Farewell farewell;

    public OperatorsOnly(Credentials credentials, ProblemResponse problems) {
        this.credentials = credentials;
        this.farewell = new Farewell(problems);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(ACTUATOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (isOperator(request)) {
            chain.doFilter(new WithPrincipal(request, OPERATOR), response);
        } else if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            chain.doFilter(new WithPrincipal(request, null), response);
        } else {
            farewell.refuse(
                    Problem.of(
                            403,
                            "role-not-allowed",
                            "This is for an auditor, or for who asks on this machine without a credential. "
                                    + "Everybody may ask /actuator/health."),
                    request,
                    response);
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        try {
            return credentials
                    .find(request)
                    .map(actor -> Audience.of(actor).kind() == Audience.Kind.AUDIT)
                    .orElseGet(() -> Nearness.isHere(request));
        } catch (ProblemException unknown) {
            return false;
        }
    }

    /** Who is signed in otherwise is no principal here. */
    private static final class WithPrincipal extends HttpServletRequestWrapper {

        private final @Nullable Principal principal;

        WithPrincipal(HttpServletRequest request, @Nullable Principal principal) {
            super(request);
            this.principal = principal;
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return principal;
        }
    }
}
