package org.stele.identity.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.identity.passkey.Ceremonies;
import org.stele.identity.program.ProgramScopes;
import org.stele.identity.program.ProgramTokens;
import org.stele.identity.provider.OutsideProvider;
import org.stele.web.actor.Audiences;
import org.stele.web.door.Forwarded;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Spring Security: who is signed in, by session or by token, and what is open without. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String SIGN_IN = "/sign-in";
    private static final String SIGN_OUT = "/sign-out";

    /** What has no reader: pages of sign-in, what programs watch, and the log of hashes. */
    private static final String[] OPEN = {
        SIGN_IN,
        PasskeySignIn.ADDRESS + "/options",
        "/invitations/*",
        "/.well-known/oauth-authorization-server",
        "/assets/**",
        "/error",
        "/favicon.ico",
        "/actuator/**",
        "/log/**",
        "/v3/api-docs/**"
    };

    /** Two counters for each of thirty filters cost a fifth of a short request: the server's own observation of the request is enough. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Tokens of two forms: those that people make for a program, and those that a program gets by a key of its own. */
    @Bean
    AuthenticationManagerResolver<HttpServletRequest> tokens(
            Accounts accounts, ProgramTokens programs, Forwarded forwarded) {
        OpaqueTokenAuthenticationProvider opaque = new OpaqueTokenAuthenticationProvider(ofPeople(accounts));
        return request -> sent -> {
            BearerTokenAuthenticationToken bearer = (BearerTokenAuthenticationToken) sent;
            return ProgramTokens.isOne(bearer.getToken())
                    ? programs.authenticate(bearer.getToken(), forwarded.origin(request))
                    : Objects.requireNonNull(opaque.authenticate(bearer));
        };
    }

    private static OpaqueTokenIntrospector ofPeople(Accounts accounts) {
        return token -> accounts.findByToken(
                        new SecretText(token), Clock.systemUTC().instant())
                .map(account -> new DefaultOAuth2AuthenticatedPrincipal(
                        account.username(),
                        Map.of("sub", account.username(), SignedInCredentials.ACCOUNT, account),
                        noAuthorities()))
                .orElseThrow(() -> new BadOpaqueTokenException("No open account has this token"));
    }

    /** What an account may do follows from its role, which is looked up with each request. */
    private static Collection<GrantedAuthority> noAuthorities() {
        return List.of();
    }

    @Bean
    SecurityFilterChain signIn(
            HttpSecurity http,
            ProblemResponse problems,
            Audiences audiences,
            GuardedSignIn guarded,
            Accounts accounts,
            Ceremonies ceremonies,
            @Lazy WebAuthnRelyingPartyOperations passkeys,
            AuthenticationManagerResolver<HttpServletRequest> tokens,
            ObjectProvider<OutsideProvider> outside) {
        SignInRequired signInRequired = new SignInRequired(problems);
        SignInNotes notes = new SignInNotes(accounts);
        http.authenticationProvider(guarded.provider())
                .addFilterBefore(
                        new PasskeySignIn(problems, notes)
                                .filter(passkeys, new KnownUsers(accounts), ceremonies, guarded),
                        BasicAuthenticationFilter.class)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .authenticationDetailsSource(guarded::details)
                        .successHandler((request, response, known) -> {
                            notes.done(request, known, SignInNotes.how(request));
                            seeOther(response, Continuation.of(request));
                        })
                        .failureHandler((request, response, reason) -> {
                            notes.refused(request, SignInNotes.how(request));
                            failed(problems, request, response, reason);
                        }))
                .logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessHandler((request, response, known) -> {
                    if (known != null) {
                        notes.out(request, known);
                    }
                    seeOther(response, "/");
                }))
                .oauth2ResourceServer(
                        server -> server.authenticationManagerResolver(tokens).authenticationEntryPoint(signInRequired))
                .addFilterBefore(new ProgramScopes(problems), AuthorizationFilter.class)
                .csrf(SignInConfiguration::protectForms)
                .requestCache(AbstractHttpConfigurer::disable)
                // The pages' own filter sets them, for refusals of the container too.
                .headers(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInRequired)
                        .accessDeniedHandler(
                                (request, response, denied) -> refuse(problems, request, response, denied)));
        outside.ifAvailable(provider -> provider.addTo(http, Continuation::of));
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/file/*", "/file/receipt/**", "/account", "/account/**")
                    .authenticated();
            if (audiences.isPublicAdmitted()) {
                READING.forEach(method -> requests.requestMatchers(HttpMethod.valueOf(method), "/**")
                        .permitAll());
            }
            requests.anyRequest().authenticated();
        });
        return http.build();
    }

    /**
     * A page of another site can make a browser send its cookies, and is stopped at the door by the origin that the browser
     * states. The forms of sign-in ask for a token of Spring's besides; those of filing have a seal of their own, so that
     * nothing that was typed is lost. No form needs the API, which takes a session's cookie for reading alone.
     */
    private static void protectForms(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("stele-form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(SignInConfiguration::needsToken);
    }

    private static boolean needsToken(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (READING.contains(request.getMethod()) || path.startsWith("/file/") || path.equals(SIGN_OUT)) {
            return false;
        }
        return path.equals(SIGN_IN)
                || path.startsWith(SIGN_IN + "/")
                || path.startsWith("/invitations/")
                || path.startsWith("/account")
                || hasSession(request);
    }

    private static boolean hasSession(HttpServletRequest request) {
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(SessionConfiguration.COOKIE));
    }

    private static void failed(
            ProblemResponse problems,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        switch (reason) {
            case TooManyGuesses many -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.waitSeconds()));
                problems.send(many.problem(), request, response);
            }
            case InternalAuthenticationServiceException _ ->
                problems.send(SignedInCredentials.unavailable(), request, response);
            default -> seeOther(response, SignInAddress.failed(Continuation.of(request)));
        }
    }

    private static void refuse(
            ProblemResponse problems,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied)
            throws IOException {
        if (request.getRequestURI().equals(SIGN_IN)) {
            seeOther(response, SignInAddress.expired(Continuation.of(request)));
            return;
        }
        problems.send(
                Problem.of(
                        403,
                        "form-expired",
                        "This page is too old, or the request came from no page of ours. Open the page again; a program sends a token in the header Authorization instead of a cookie."),
                request,
                response);
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * After the session's filter, and before every other that asks who it is. Registered by the name of its bean: the bean would
     * be registered a second time otherwise, after the filters that say who is an operator.
     */
    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        DelegatingFilterProxyRegistrationBean filter =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 60);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return filter;
    }

    /** Before the filters of sessions and of sign-in, which ask the database. */
    @Bean
    FilterRegistrationBean<DatabaseAway> databaseAway(ProblemResponse problems) {
        FilterRegistrationBean<DatabaseAway> filter = new FilterRegistrationBean<>(new DatabaseAway(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 45);
        return filter;
    }

    @Bean
    FilterRegistrationBean<HeadersRefused> headersRefused(ProblemResponse problems) {
        FilterRegistrationBean<HeadersRefused> filter = new FilterRegistrationBean<>(new HeadersRefused(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 8);
        return filter;
    }
}
