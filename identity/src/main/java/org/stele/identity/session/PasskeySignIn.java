package org.stele.identity.session;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.stele.identity.passkey.Ceremonies;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Spring Security's sign-in by passkey, at our address. */
final class PasskeySignIn {

    static final String ADDRESS = "/sign-in/passkey";

    private final ProblemResponse problems;
    private final SignInNotes notes;

    PasskeySignIn(ProblemResponse problems, SignInNotes notes) {
        this.problems = problems;
        this.notes = notes;
    }

    Filter filter(
            WebAuthnRelyingPartyOperations operations, KnownUsers users, Ceremonies ceremonies, GuardedSignIn guarded) {
        WebAuthnAuthenticationFilter filter = new WebAuthnAuthenticationFilter();
        filter.setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ADDRESS));
        filter.setAuthenticationManager(new ProviderManager(new WebAuthnAuthenticationProvider(operations, users)));
        filter.setRequestOptionsRepository(ceremonies);
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setAuthenticationDetailsSource(guarded::details);
        filter.setAuthenticationSuccessHandler((request, response, known) -> {
            notes.done(request, known, "passkey");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        });
        filter.setAuthenticationFailureHandler(this::refuse);
        return filter;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        notes.refused(request, "passkey");
        Problem problem = reason.getCause() instanceof DataAccessException
                ? SignedInCredentials.unavailable()
                : Problem.of(
                        401,
                        "passkey-refused",
                        "Expected the signature of a passkey of an open account, made on this page and with a check of who uses it. Open the page again, or sign in by password.");
        problems.send(problem, request, response);
    }
}
