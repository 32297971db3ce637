package org.stele.identity.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.identity.guess.Guesses;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.web.door.Forwarded;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Before somebody is sent to the provider: it is there, and not too many were sent from one address, since each begins a session. */
final class ProviderStarts extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderStarts.class);

    private final ProviderRegistration registration;
    private final ProviderSettings settings;
    private final Guesses guesses;
    private final Forwarded forwarded;
    private final ProblemResponse problems;

    ProviderStarts(
            ProviderRegistration registration,
            ProviderSettings settings,
            Guesses guesses,
            Forwarded forwarded,
            ProblemResponse problems) {
        this.registration = registration;
        this.settings = settings;
        this.guesses = guesses;
        this.forwarded = forwarded;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(OutsideProvider.START);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            guesses.takeChallenge(forwarded.client(request));
            registration.fetch();
        } catch (TooManyGuesses many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.waitSeconds()));
            problems.send(many.problem(), request, response);
            return;
        } catch (RuntimeException away) {
            // Whatever the client of HTTP throws: the provider is away, or publishes what is no metadata of this
            // issuer.
            LOG.warn("The provider {} does not say how to sign in: {}", settings.issuer(), away.getMessage());
            problems.send(
                    Problem.of(
                            503,
                            "provider-unreachable",
                            "The provider of %s cannot be asked at the moment. Try again in a few seconds, or sign in with a password or passkey of your account here."
                                    .formatted(settings.name())),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
