package org.stele.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of one caller.
 *
 * @param body null for a request that reads
 * @param headers besides those that say who asks, and of which type the body is
 */
record Attempt(
        Caller caller,
        String method,
        String path,
        @Nullable String type,
        @Nullable String body,
        Map<String, String> headers) {

    private static final String AS_THE_PUBLIC = "audience=PUBLIC";

    static Attempt get(Caller caller, String path) {
        return new Attempt(caller, "GET", path, null, null, Map.of());
    }

    static Attempt post(Caller caller, String path, String body) {
        return new Attempt(caller, "POST", path, "application/json", body, Map.of());
    }

    /** The address with a further parameter. */
    static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    static String asThePublic(String path) {
        return with(path, AS_THE_PUBLIC);
    }

    Attempt with(Map<String, String> others) {
        return new Attempt(caller, method, path, type, body, others);
    }

    boolean isAsThePublic() {
        return path.contains(AS_THE_PUBLIC);
    }

    /** An answer. */
    record Answer(Attempt attempt, int status, Map<String, String> headers, byte[] bytes) {

        /** Its text as a reader has it. */
        String text() throws IOException {
            return AnswerText.of(headers.getOrDefault("content-type", ""), bytes);
        }

        @Override
        public String toString() {
            return "%s %s by %s: %s".formatted(attempt.method(), attempt.path(), attempt.caller(), status);
        }
    }

    Answer send(HttpClient http, URI origin) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        caller.credential().get().forEach(request::header);
        headers.forEach(request::setHeader);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        Map<String, String> answered = new HashMap<>();
        response.headers().map().forEach((name, values) -> answered.put(name, String.join(", ", values)));
        return new Answer(this, response.statusCode(), answered, response.body());
    }
}
