package org.stele.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the command side over real HTTP. */
public final class Client {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** Headers that say who asks, and a new key. */
    public static Map<String, String> as(String role, String... state) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("X-Stele-User", "staff-of-" + role);
        headers.put("X-Stele-Role", role);
        Arrays.stream(state).forEach(iso3 -> headers.put("X-Stele-State", iso3));
        return headers;
    }

    public static Map<String, String> signatory(String state) {
        return as("signatory", state);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpRequest.Builder post(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.POST(BodyPublishers.ofString(body));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The receipt of a command that must be recorded. */
    public JsonNode recorded(String path, Map<String, String> headers, String body) {
        Answer answer = send(post(path, headers, body));
        assertThat(answer.response().statusCode()).as(answer.response().body()).isEqualTo(201);
        return answer.json();
    }

    /** The id of what a command that must be recorded created. */
    public String created(String path, Map<String, String> headers, String body) {
        return recorded(path, headers, body).path("id").stringValue();
    }

    /** The problem of a command that must be refused. */
    public JsonNode refused(int status, String path, Map<String, String> headers, String body) {
        return send(post(path, headers, body)).problem(status);
    }

    /** One answer. */
    public record Answer(HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public JsonNode problem(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(response.body()).doesNotContain("\tat ", "Exception", "org.stele.", "java.");
            JsonNode problem = json();
            assertThat(problem.path("status").intValue()).isEqualTo(status);
            assertThat(problem.path("code").stringValue()).isNotBlank();
            assertThat(problem.path("detail").stringValue()).isNotBlank();
            return problem;
        }
    }
}
