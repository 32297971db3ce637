package org.stele.query.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.api.UnavailableAdvice;
import org.stele.query.lens.BodySource;
import org.stele.query.lens.EventLenses;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.StateFile;
import org.stele.verifier.Verify;
import org.stele.web.actor.Audiences;
import org.stele.web.api.WebApiConfiguration;
import org.stele.web.testing.HeaderActors;

/** The log and its proofs alone, served over HTTP from a real database. */
final class LogServer implements AutoCloseable {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({LogConfiguration.class, WebApiConfiguration.class, HeaderActors.class, UnavailableAdvice.class})
    static class Application {

        @Bean
        OpenLedger openLedger(DataSource queryDataSource) {
            return new OpenLedger(queryDataSource);
        }

        @Bean
        SeenEvents seenEvents(BodySource bodies, OpenLedger ledger) {
            return new SeenEvents(bodies, new EventLenses((state, point) -> StateFile.empty(state), ledger));
        }

        @Bean
        ViewPoints viewPoints(OpenLedger ledger, Audiences audiences) {
            return new ViewPoints(ledger, audiences, Clock.systemUTC());
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    private LogServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.root = "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    static LogServer on(TestDatabase database) {
        HikariDataSource pool = pool(database.query());
        HikariDataSource bodies = pool(database.bodies());
        return new LogServer(new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean("queryDataSource", DataSource.class, () -> pool);
                    beans.registerBean(BodySource.class, () -> new BodySource(bodies));
                })
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run());
    }

    private static HikariDataSource pool(DataSource role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(role);
        return pool;
    }

    String url(String path) {
        return root + path;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("The server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** The body of an answer 200. */
    byte[] bytes(String path) {
        HttpResponse<byte[]> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    path + " answered " + response.statusCode() + ": " + new String(response.body(), UTF_8));
        }
        return response.body();
    }

    String text(String path) {
        return new String(bytes(path), UTF_8);
    }

    /** Saves what is at a path in a file. */
    Path save(String path, Path file) {
        try {
            return Files.write(file, bytes(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What stele-verify answered. */
    record Verdict(int code, String report) {}

    static Verdict verify(Object... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Verify.run(printer, printer, texts);
        return new Verdict(code, out.toString());
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
