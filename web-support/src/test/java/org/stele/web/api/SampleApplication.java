package org.stele.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.Actor;
import org.stele.events.PartialDate;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.Problem;
import org.stele.web.testing.HeaderActors;
import tools.jackson.databind.JsonNode;

/** A small application with one address for each thing that can go wrong. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({WebApiConfiguration.class, HeaderActors.class, SampleApplication.Addresses.class})
public class SampleApplication {

    /** Has a permit for each stream that ended. */
    public static Semaphore streamed() {
        return Addresses.STREAMED;
    }

    /** Takes a permit for each request to /api/v1/held. */
    public static Semaphore held() {
        return Addresses.HELD;
    }

    record Part(String name, int count) {}

    record Thing(
            String text,
            int count,
            @Nullable PartialDate day,
            @Nullable List<Part> parts) {}

    @Bean
    @Primary
    ErrorPage errorPage() {
        return (Problem problem, HttpServletRequest request) -> "<h1>" + problem.code() + "</h1>";
    }

    @RestController
    static class Addresses {

        @PostMapping(
                path = {"/api/v1/things", "/api/v1/imports/things"},
                consumes = MediaType.APPLICATION_JSON_VALUE)
        Thing post(@RequestBody Thing thing) {
            return thing;
        }

        @PostMapping("/api/v1/trees")
        JsonNode tree(@RequestBody JsonNode tree) {
            return tree;
        }

        @GetMapping(path = "/api/v1/count", produces = MediaType.APPLICATION_JSON_VALUE)
        int count(@RequestParam int of, @RequestHeader("X-Needed") String needed) {
            return of + needed.length();
        }

        @GetMapping(path = "/api/v1/actor")
        Actor actor(Actor actor) {
            return actor;
        }

        /** More than any buffer takes, so that a client which has gone is noticed. */
        static final Semaphore STREAMED = new Semaphore(0);

        @GetMapping("/api/v1/stream")
        void stream(HttpServletResponse response) throws IOException {
            try {
                byte[] much = new byte[1 << 16];
                for (int time = 0; time < 10_000; time++) {
                    response.getOutputStream().write(much);
                    response.flushBuffer();
                }
            } finally {
                STREAMED.release();
            }
        }

        static final Semaphore HELD = new Semaphore(0);

        /** Is answered when the test allows it. */
        @GetMapping("/api/v1/held")
        String held(@RequestParam(required = false) @Nullable String treeSize) throws InterruptedException {
            HELD.acquire();
            return String.valueOf(treeSize);
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("a secret of the house");
        }

        @GetMapping("/page")
        String page() {
            throw new IllegalStateException("a secret of the house");
        }
    }
}
