package org.stele.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stele.web.api.SampleApplication;

/** How many requests are answered: by address, of this machine, and costly ones at the same time. */
@SpringBootTest(
        classes = SampleApplication.class,
        properties = {
            "STELE_TRUSTED_PROXY=127.0.0.1",
            "stele.limit.requests-of-address=3",
            "stele.limit.requests-of-address-a-minute=6",
            "stele.limit.requests-of-this-machine=1000",
            "stele.limit.requests-of-this-machine-a-minute=600",
            "stele.limit.costly-views=1",
            "stele.limit.costly-views-of-this-machine=2",
            "spring.threads.virtual.enabled=true"
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestLimitsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    RequestLimitsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void an_address_that_sent_too_many_is_told_how_long_to_wait_and_its_neighbour_is_answered() throws Exception {
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> answered = get("/assets/none", from("192.0.2.1"));
            assertThat(answered.statusCode()).isEqualTo(404);
            assertThat(answered.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=3;w=30");
            assertThat(answered.headers().firstValue("RateLimit").orElse(""))
                    .startsWith("\"address\";r=" + left + ";t=");
        }

        HttpResponse<String> refused = get("/assets/none", from("192.0.2.1"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .contains("\"code\":\"too-many-requests\"", "at most 6 requests a minute from one address");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(8L, 10L);
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get("/assets/none", from("192.0.2.2")).statusCode()).isEqualTo(404);
    }

    @Test
    void this_machine_has_a_limit_of_its_own_and_its_health_is_always_told() throws Exception {
        HttpResponse<String> here = get("/assets/none", Map.of());
        HttpResponse<String> health = get("/actuator/health", Map.of());

        assertThat(here.headers().firstValue("RateLimit-Policy")).hasValue("\"this-machine\";q=1000;w=100");
        assertThat(health.headers().firstValue("RateLimit-Policy")).isEmpty();
    }

    @Test
    void costly_views_wait_for_each_other_and_further_ones_are_refused() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(client.sendAsync(request("/api/v1/held?treeSize=1", Map.of()), BodyHandlers.ofString()));
        }
        Object first =
                CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        SampleApplication.held().release(4);
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            statuses.add(answer.get(30, TimeUnit.SECONDS).statusCode());
        }

        assertThat(first).asString().contains("429");
        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 429);
        assertThat(get("/api/v1/held?treeSize=1", Map.of()).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/held", Map.of()).statusCode()).isEqualTo(200);
    }

    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address, "X-Forwarded-Host", "localhost");
    }

    private HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return client.send(request(path, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return request.build();
    }
}
