package org.stele.identity.program;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.stele.identity.guess.TooManyGuesses;
import org.stele.web.json.WebJson;

/** Answers of the token endpoint where it gives no token (RFC 6749, section 5.2), with what to do next. */
final class TokenErrors implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final String NO_ASSERTION =
            "Expected a POST with grant_type=client_credentials, scope, client_id, client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer and client_assertion. Programs prove themselves by private_key_jwt alone.";

    /** Words for what Spring Authorization Server refuses by itself. */
    private static final Map<String, String> WORDS = Map.of(
            "invalid_client", NO_ASSERTION,
            "invalid_request", "A parameter is missing, or is there twice. " + NO_ASSERTION,
            "unsupported_grant_type", "Expected grant_type=client_credentials: no other is served.",
            "unauthorized_client", "Expected grant_type=client_credentials: programs get a token by no other.",
            "invalid_scope", "Expected a scope that the program is registered for, such as read.");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        OAuth2Error error = reason instanceof OAuth2AuthenticationException oauth
                ? oauth.getError()
                : new OAuth2Error(Refusals.INVALID_CLIENT);
        String own = error.getDescription();
        // What the server says of itself has the address of a specification beside it.
        String words =
                own == null || error.getUri() != null ? WORDS.getOrDefault(error.getErrorCode(), NO_ASSERTION) : own;
        int status = error.getErrorCode().equals(Refusals.INVALID_CLIENT)
                ? HttpServletResponse.SC_UNAUTHORIZED
                : HttpServletResponse.SC_BAD_REQUEST;
        send(response, status, error.getErrorCode(), words);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        send(response, HttpServletResponse.SC_UNAUTHORIZED, Refusals.INVALID_CLIENT, NO_ASSERTION);
    }

    void tooMany(TooManyGuesses many, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.waitSeconds()));
        send(
                response,
                429,
                "temporarily_unavailable",
                "Too many requests for tokens failed from where you are. Wait %s seconds, and correct what the last answer said."
                        .formatted(many.waitSeconds()));
    }

    private static void send(HttpServletResponse response, int status, String error, String words) throws IOException {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", Refusals.ascii(words));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(WebJson.MAPPER.writeValueAsBytes(answer));
    }
}
