package org.stele.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stele.web.accept.Accept;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem in the requester's form: JSON for programs, a page for people.
 *
 * <p>The bytes are made here and not by content negotiation, because a refusal must also reach a client whose Accept
 * header excludes every possible answer.
 */
public final class ProblemResponse {

    private static final List<String> PROGRAMS = List.of("/api/", "/log/", "/actuator/", "/v3/");
    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;
    private final ObjectProvider<ErrorPage> page;

    public ProblemResponse(JsonMapper json, ObjectProvider<ErrorPage> page) {
        this.json = json;
        this.page = page;
    }

    public ResponseEntity<byte[]> of(Problem problem, HttpServletRequest request) {
        return of(problem, request, request.getRequestURI(), HttpHeaders.EMPTY);
    }

    public ResponseEntity<byte[]> of(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        return of(problem, request, request.getRequestURI(), headers);
    }

    /** Answers with the problem where no controller does. */
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<byte[]> answer = of(problem, request);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
    }

    ResponseEntity<byte[]> of(Problem problem, HttpServletRequest request, String path, HttpHeaders headers) {
        ErrorPage html = wantsPage(request, path) ? page.getIfAvailable() : null;
        byte[] body;
        MediaType type;
        if (html == null) {
            body = json.writeValueAsBytes(problem.at(path));
            type = MediaType.APPLICATION_PROBLEM_JSON;
        } else {
            body = html.render(problem.at(path), request).getBytes(StandardCharsets.UTF_8);
            type = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
        }
        return ResponseEntity.status(problem.status())
                .headers(withRetryAfter(problem, headers))
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    /** Answers with the problem outside any controller. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<byte[]> answer = of(problem, request);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
    }

    /** A temporary failure says when to retry, even if that time is an estimate. */
    private static HttpHeaders withRetryAfter(Problem problem, HttpHeaders headers) {
        if (problem.status() != 503 || headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            return headers;
        }
        HttpHeaders more = new HttpHeaders(headers);
        more.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return more;
    }

    /** Whether whoever asks is a person with a browser. */
    public boolean wantsPage(HttpServletRequest request) {
        return wantsPage(request, request.getRequestURI());
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        if (PROGRAMS.stream().anyMatch(path::startsWith)) {
            return false;
        }
        Accept accept = Accept.of(request.getHeader(HttpHeaders.ACCEPT));
        return accept != null && accept.prefersPage();
    }
}
