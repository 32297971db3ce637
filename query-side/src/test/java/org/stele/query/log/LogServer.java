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
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.api.UnavailableAdvice;
import org.stele.query.lens.EventLenses;
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
        LedgerReader queryLedgerReader(DataSource queryDataSource) {
            return new LedgerReader(queryDataSource);
        }

        @Bean
        EventLenses eventLenses(LedgerReader queryLedgerReader) {
            return new EventLenses((state, point) -> StateFile.empty(state), queryLedgerReader);
        }

        @Bean
        ViewPoints viewPoints(LedgerReader queryLedgerReader, Audiences audiences) {
            return new ViewPoints(queryLedgerReader, audiences, Clock.systemUTC());
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
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.query());
        return new LogServer(new SpringApplicationBuilder(Application.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("queryDataSource", DataSource.class, () -> pool))
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run());
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
