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
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import org.stele.identity.account.Usernames;
import org.stele.web.actor.Audiences;
import org.stele.web.actor.Credentials;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Spring Security: who is signed in, by session or by token, and what is open without. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String SIGN_IN = "/sign-in";
    private static final String SIGN_OUT = "/sign-out";

    /** About a tenth of a second of a processor for each guess. */
    private static final int BCRYPT_STRENGTH = 11;

    /** What has no reader: pages of sign-in, what programs watch, and the log of hashes. */
    private static final String[] OPEN = {
        SIGN_IN, "/invitations/*", "/assets/**", "/error", "/favicon.ico", "/actuator/**", "/log/**", "/v3/api-docs/**"
    };

    @Bean
    Accounts accounts(@Qualifier("identityDataSource") DataSource database) {
        return new Accounts(JdbcClient.create(database));
    }

    @Bean
    Credentials credentials(Accounts accounts) {
        return new SignedInCredentials(accounts, Clock.systemUTC());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
    }

    private static UserDetailsService users(Accounts accounts) {
        return typed -> accounts.findToSignIn(username(typed))
                .filter(stored -> stored.password() != null)
                .map(stored -> new User(stored.account().username(), stored.password(), List.of()))
                .orElseThrow(() -> new UsernameNotFoundException("No open account has this name and a password"));
    }

    private static String username(String typed) {
        try {
            return Usernames.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new UsernameNotFoundException(e.getMessage(), e);
        }
    }

    @Bean
    OpaqueTokenIntrospector tokens(Accounts accounts) {
        return token -> accounts.findByToken(
                        new SecretText(token), Clock.systemUTC().instant())
                .map(account -> new DefaultOAuth2AuthenticatedPrincipal(
                        account.username(), Map.of("sub", account.username()), noAuthorities()))
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
            Accounts accounts,
            PasswordEncoder passwords,
            OpaqueTokenIntrospector tokens) {
        SignInRequired signInRequired = new SignInRequired(problems);
        DaoAuthenticationProvider byPassword = new DaoAuthenticationProvider(users(accounts));
        byPassword.setPasswordEncoder(passwords);
        http.authenticationProvider(byPassword)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .successHandler((request, response, _) -> seeOther(response, Continuation.of(request)))
                        .failureHandler((request, response, _) ->
                                seeOther(response, SignInAddress.failed(Continuation.of(request)))))
                .logout(logout ->
                        logout.logoutUrl(SIGN_OUT).logoutSuccessHandler((_, response, _) -> seeOther(response, "/")))
                .oauth2ResourceServer(tokenOf -> tokenOf.opaqueToken(opaque -> opaque.introspector(tokens))
                        .authenticationEntryPoint(signInRequired))
                .csrf(SignInConfiguration::protectForms)
                .requestCache(AbstractHttpConfigurer::disable)
                // The pages' own filter sets them, for refusals of the container too.
                .headers(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInRequired)
                        .accessDeniedHandler(
                                (request, response, denied) -> refuse(problems, request, response, denied)));
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/file/*", "/file/receipt/**")
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
        return path.equals(SIGN_IN) || path.startsWith("/invitations/") || hasSession(request);
    }

    private static boolean hasSession(HttpServletRequest request) {
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(SessionConfiguration.COOKIE));
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

    /** After the session's filter, and before every other that asks who it is. */
    @Bean
    FilterRegistrationBean<DelegatingFilterProxy> securityFilter() {
        FilterRegistrationBean<DelegatingFilterProxy> filter =
                new FilterRegistrationBean<>(new DelegatingFilterProxy("springSecurityFilterChain"));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 60);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    FilterRegistrationBean<HeadersRefused> headersRefused(ProblemResponse problems) {
        FilterRegistrationBean<HeadersRefused> filter = new FilterRegistrationBean<>(new HeadersRefused(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 8);
        return filter;
    }
}
