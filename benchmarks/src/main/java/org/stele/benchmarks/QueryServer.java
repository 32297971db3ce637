package org.stele.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.lens.BodySource;
import org.stele.query.projection.ProjectionSource;
import org.stele.query.view.ViewPoints;
import org.stele.web.actor.Audiences;
import org.stele.web.actor.Credentials;
import org.stele.web.api.WebApiConfiguration;

/** A QueryServer serves a part of the query side's API over HTTP, on a free port of this machine. */
final class QueryServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String address;

    private QueryServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    /** What every part needs. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(WebApiConfiguration.class)
    static class Common {

        @Bean
        OpenLedger openLedger(DataSource queryDataSource) {
            return new OpenLedger(queryDataSource);
        }

        @Bean
        BodySource bodySource(DataSource queryDataSource) {
            return new BodySource(queryDataSource);
        }

        @Bean
        ProjectionSource projectionSource(DataSource queryDataSource) {
            return new ProjectionSource(queryDataSource);
        }

        /** Whoever asks is an auditor, who sees all. */
        @Bean
        Credentials credentials() {
            return _ -> Optional.of(new Actor("auditor-1", Role.AUDITOR, null));
        }

        @Bean
        ViewPoints viewPoints(OpenLedger ledger, Audiences audiences) {
            return new ViewPoints(ledger, audiences, Clock.systemUTC());
        }
    }

    static QueryServer start(DataSource dataSource, Class<?>... parts) {
        return new QueryServer(new SpringApplicationBuilder(Common.class)
                .sources(parts)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("queryDataSource", DataSource.class, () -> dataSource))
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The size of what is answered at a path, in bytes; it takes little of the processors that client and server share. */
    int read(String path) {
        URI uri = URI.create(address + path);
        try (InputStream body = uri.toURL().openConnection(Proxy.NO_PROXY).getInputStream()) {
            return body.readAllBytes().length;
        } catch (IOException e) {
            throw new IllegalStateException(uri + " is not answered", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
