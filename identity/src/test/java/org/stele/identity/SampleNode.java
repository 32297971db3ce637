package org.stele.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.Actor;
import org.stele.eventstore.TestDatabase;
import org.stele.web.actor.Audiences;
import org.stele.web.api.WebApiConfiguration;

/** One node with sign-in and three addresses, on a real port and a real database. */
final class SampleNode implements AutoCloseable {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({WebApiConfiguration.class, IdentityConfiguration.class, Addresses.class})
    static class Application {}

    @RestController
    static class Addresses {

        private final Audiences audiences;

        Addresses(Audiences audiences) {
            this.audiences = audiences;
        }

        @GetMapping("/api/v1/audience")
        String audience(HttpServletRequest request) {
            return audiences.of(request).toString();
        }

        @GetMapping("/page")
        String page(HttpServletRequest request) {
            return audiences.of(request).toString();
        }

        @PostMapping("/api/v1/commands")
        String command(Actor actor) {
            return actor.staffId();
        }
    }

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext application;
    private final int port;

    private SampleNode(ConfigurableApplicationContext application) {
        this.application = application;
        this.port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** @param settings further options of the command line */
    static SampleNode start(TestDatabase database, boolean isPublic, String... settings) {
        SpringApplication spring = new SpringApplication(Application.class);
        spring.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("identityDataSource", DataSource.class, database::command));
        List<String> options = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.forward-headers-strategy=none",
                "--stele.public-access=" + isPublic,
                "--spring.main.banner-mode=off"));
        options.addAll(List.of(settings));
        return new SampleNode(spring.run(options.toArray(String[]::new)));
    }

    /** A browser, which keeps the cookies of every node that it visits. */
    static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    int port() {
        return port;
    }

    /** The name under which passkeys work. */
    String origin() {
        return "http://localhost:" + port;
    }

    /** The token that the forms and the script of a page send. */
    String formToken(HttpClient browser, String path) throws Exception {
        Matcher token = FORM_TOKEN.matcher(getPage(browser, path).body());
        return token.find() ? token.group(1) : "";
    }

    /** What the script of a page sends. */
    HttpResponse<String> postJson(HttpClient browser, String path, String json, String formToken) throws Exception {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Origin", origin())
                        .header("X-XSRF-TOKEN", formToken)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> getPage(HttpClient browser, String path) throws Exception {
        return browser.send(request(path).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Fills in the form of the page and sends it, as a browser does. */
    HttpResponse<String> fillIn(HttpClient browser, String path, Map<String, String> fields) throws Exception {
        return post(browser, path, fields, formToken(browser, path));
    }

    /** Fills in a form of one page that another address receives. */
    HttpResponse<String> fillIn(HttpClient browser, String page, String path, Map<String, String> fields)
            throws Exception {
        return post(browser, path, fields, formToken(browser, page));
    }

    HttpResponse<String> post(HttpClient browser, String path, Map<String, String> fields, String formToken)
            throws Exception {
        String body = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(formToken);
        return browser.send(
                request(path.replaceAll("\\?.*", ""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Origin", origin())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
