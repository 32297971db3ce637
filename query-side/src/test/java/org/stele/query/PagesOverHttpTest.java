package org.stele.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stele.web.api.WebApiConfiguration;
import org.stele.web.page.Assets;
import org.stele.web.page.PageModule;
import org.stele.web.testing.HeaderActors;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = PagesOverHttpTest.Application.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PagesOverHttpTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({WebApiConfiguration.class, HeaderActors.class, Failing.class})
    static class Application {
        @Bean
        PageModule pageModule() {
            return QueryPages.MODULE;
        }
    }

    @RestController
    static final class Failing {
        @GetMapping("/number")
        int number(@RequestParam int n) {
            return 100 / n;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Assets assets;

    @Test
    void an_unknown_address_is_a_page_that_says_so_in_words() throws Exception {
        HttpResponse<String> answer = get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<h1>Page not found</h1>", "Nothing is at this address.");
    }

    @Test
    void a_value_that_cannot_be_read_is_a_bad_request_and_a_failure_reveals_no_details() throws Exception {
        assertThat(get("/number?n=x").statusCode()).isEqualTo(400);
        assertThat(get("/number").statusCode()).isEqualTo(400);

        HttpResponse<String> failure = get("/number?n=0");
        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.body())
                .contains("Something went wrong here")
                .doesNotContain("ArithmeticException", "by zero");
    }

    @Test
    void what_programs_ask_for_is_not_answered_with_a_page() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nowhere", "application/json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<h1>");
    }

    @Test
    void every_answer_allows_nothing_from_elsewhere_and_nothing_inline() throws Exception {
        for (String path : new String[] {"/nowhere", "/assets/stele.css", "/api/v1/nowhere"}) {
            var headers = get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe", "*", "data:", "http");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        }
    }

    @Test
    void an_asset_is_kept_for_ever_only_under_the_address_that_names_its_content() throws Exception {
        assertThat(get(assets.url("stele.css")).headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(get("/assets/stele.css?v=other").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(get("/assets/nothing.css").statusCode()).isEqualTo(404);
        assertThat(get(assets.url("htmx.js")).body()).contains("htmx");
        assertThat(get("/favicon.ico").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "text/html");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return client.send(
                    HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
        }
    }
}
