package org.stele.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.stele.identity.accesslog.AccessEntry.What;
import org.stele.identity.accesslog.Noted;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.Generations;
import org.stele.identity.guess.Guesses;
import org.stele.web.door.Forwarded;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Sign-in by an outside provider, with code and PKCE (OpenID Connect Core 1.0, RFC 7636), by Spring Security. The session that
 * begins is one of the account, as after a password: nothing of the provider is kept.
 */
public final class OutsideProvider {

    /** Where people are sent on to the provider. */
    public static final String START = "/sign-in/provider/";

    private static final Logger LOG = LoggerFactory.getLogger(OutsideProvider.class);
    private static final String NEXT = "stele-next";

    private final ProviderSettings settings;
    private final ProviderRegistration registration;
    private final ProviderClaims claims;
    private final Guesses guesses;
    private final Forwarded forwarded;
    private final ProblemResponse problems;

    OutsideProvider(
            ProviderSettings settings,
            Accounts accounts,
            Guesses guesses,
            Forwarded forwarded,
            ProblemResponse problems) {
        this.settings = settings;
        this.registration = new ProviderRegistration(settings);
        this.claims = new ProviderClaims(settings, accounts);
        this.guesses = guesses;
        this.forwarded = forwarded;
        this.problems = problems;
    }

    /**
     * Refuses settings of a provider that are missing or wrong, where its profile is on.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static void requireReadable(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of(OidcConfiguration.PROFILE))) {
            ProviderSettings.of(environment);
        }
    }

    /** What people call it. */
    public String name() {
        return settings.name();
    }

    /** The address that begins sign-in. */
    public String start() {
        return START + ProviderRegistration.ID;
    }

    /**
     * Adds sign-in by this provider to what Spring Security does.
     *
     * @param next reads from a request for which page it asks after sign-in
     */
    public void addTo(HttpSecurity http, Function<HttpServletRequest, String> next) {
        http.oauth2Login(login -> login.loginPage("/sign-in")
                        .clientRegistrationRepository(registration)
                        .authorizedClientRepository(new TokensForgotten())
                        .securityContextRepository(new NullSecurityContextRepository())
                        .authorizationEndpoint(start -> start.baseUri(START.substring(0, START.length() - 1))
                                .authorizationRedirectStrategy((request, response, address) -> {
                                    request.getSession().setAttribute(NEXT, next.apply(request));
                                    seeOther(response, address);
                                }))
                        .redirectionEndpoint(back -> back.baseUri(ProviderRegistration.RETURN + "*"))
                        .userInfoEndpoint(user -> user.oidcUserService(this::accredited))
                        .successHandler(this::signIn)
                        .failureHandler(this::refuse))
                .addFilterBefore(
                        new ProviderStarts(registration, settings, guesses, forwarded, problems),
                        OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private OidcUser accredited(OidcUserRequest request) {
        OidcUser named = new OidcUserService().loadUser(request);
        return new AccreditedUser(named, claims.account(named));
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        if (!(known.getPrincipal() instanceof AccreditedUser user)) {
            throw new IllegalStateException("Expected the user that was made above, got " + known.getPrincipal());
        }
        Account account = user.account();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account.username(), null, List.of(Generations.authority(account))));
        SecurityContextHolder.setContext(context);
        Noted.actor(request, account.actor());
        Noted.done(request, What.SIGN_IN, "provider");
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        HttpSession session = request.getSession();
        @Nullable Object next = session.getAttribute(NEXT);
        session.removeAttribute(NEXT);
        seeOther(response, next instanceof String address ? address : "/");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        Noted.refused(request, What.SIGN_IN, "provider");
        String code = reason instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        problems.send(
                switch (code) {
                    case ProviderClaims.NOT_ACCREDITED, ProviderClaims.CLAIMS ->
                        Problem.of(403, code, String.valueOf(reason.getMessage()));
                    default -> notProved(reason);
                },
                request,
                response);
    }

    private Problem notProved(AuthenticationException reason) {
        LOG.info("Sign-in by {} failed: {}", settings.issuer(), reason.getMessage());
        return Problem.of(
                401,
                "provider-refused",
                "Who you are was not proved: %s did not confirm it, or this page was opened twice or too late. Sign in once more at /sign-in."
                        .formatted(settings.name()));
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
