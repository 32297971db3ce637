package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.support.GenericApplicationContext;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.query.QuerySideConfiguration;
import org.stele.query.lens.BodySource;
import org.stele.query.projection.ProjectionSource;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.web.actor.Credentials;

/** A ServedViews is the whole query side behind a port of this machine, and one client that keeps its connection. */
final class ServedViews implements AutoCloseable {

    private static final int POLL_MILLIS = 20;

    private final Path home;
    private final ConfigurableApplicationContext application;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QuerySideConfiguration.class)
    @PropertySource("classpath:query-side-application.properties")
    static class Server {

        /** Who asks is an auditor, who may look as the public does. */
        @Bean
        Credentials credentials() {
            return _ -> Optional.of(new Actor("auditor-1", Role.AUDITOR, null));
        }
    }

    private ServedViews(LedgerDatabase database, Path home) {
        this.home = home;
        HikariDataSource serving = database.readingPool(database.query());
        HikariDataSource bodies = database.readingPool(database.bodies());
        HikariDataSource projecting = database.readingPool();
        application = new SpringApplicationBuilder(Server.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean("queryDataSource", HikariDataSource.class, () -> serving);
                    beans.registerBean(BodySource.class, () -> new BodySource(bodies));
                    beans.registerBean(ProjectionSource.class, () -> new ProjectionSource(projecting));
                })
                .properties("spring.main.banner-mode=off")
                .run("--server.port=0", "--server.address=127.0.0.1");
    }

    static ServedViews start(LedgerDatabase database) throws IOException {
        Path home = Files.createTempDirectory("stele-views");
        System.setProperty("stele.home", home.toString());
        return new ServedViews(database, home);
    }

    void awaitPosition(long position) throws InterruptedException {
        StateFileRows rows = application.getBean(StateFileRows.class);
        while (rows.progress().position() < position) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The bytes of an answer, all of them read. */
    byte[] get(String path) {
        return answer(path, InputStream::readAllBytes);
    }

    /** The size of an answer in bytes. They are read and dropped: the client leaves the memory to the server. */
    long size(String path) {
        return answer(path, body -> body.transferTo(OutputStream.nullOutputStream()));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    private <T> T answer(String path, Reading<T> reading) {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            try (InputStream body = connection.getInputStream()) {
                return reading.read(body);
            }
        } catch (IOException e) {
            throw new IllegalStateException(uri + " is not answered", e);
        }
    }

    private int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
    }

    @Override
    public void close() throws IOException {
        application.close();
        System.clearProperty("stele.home");
        SignedDatabase.delete(home);
    }
}
