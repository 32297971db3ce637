package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.stele.events.StateEvent;
import org.stele.query.testing.QuerySideWithoutSignIn;
import org.stele.query.testing.QuerySources;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as an application, on a real database with what States really filed, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = {QuerySideWithoutSignIn.class, QuerySources.class, RunningQuerySide.Surroundings.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningQuerySide {

    /** Late in the evening in New York, and the next day in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean(destroyMethod = "close")
        TestLedger testLedger() {
            TestLedger ledger = new TestLedger();
            ledger.appendTables();
            return ledger;
        }

        @Bean
        Clock queryClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private TestLedger ledger;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void until_the_projection_is_there() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/health").statusCode() == 200);
    }

    void record(StateEvent event) {
        ledger.append(List.of(event));
    }

    long head() {
        return ledger.reader().head();
    }

    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value));
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** An operation, which is asked for in JSON as commands are, though it needs no body. */
    static HttpRequest.Builder operation(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.noBody());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
