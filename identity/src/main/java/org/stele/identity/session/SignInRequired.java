package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.stele.identity.program.ProgramTokenRefused;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Answers who may not without signing in: people with the page of sign-in, programs with a problem (401). */
final class SignInRequired implements AuthenticationEntryPoint {

    private final ProblemResponse problems;

    SignInRequired(ProblemResponse problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof OAuth2AuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.send(
                    Problem.of(
                            401,
                            "credential-invalid",
                            reason instanceof ProgramTokenRefused refused
                                    ? refused.words()
                                    : "The token of this request is not good, or no longer. Get a new one, or sign in at /sign-in."),
                    request,
                    response);
        } else if (problems.wantsPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?continue=" + encoded(Continuation.of(address(request))));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.send(
                    Problem.of(
                            401,
                            "actor-missing",
                            "Say who asks: sign in at /sign-in, or send a token in the header Authorization, after the word Bearer."),
                    request,
                    response);
        }
    }

    /** Where to go on: nowhere after a form, whose answers are gone. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
