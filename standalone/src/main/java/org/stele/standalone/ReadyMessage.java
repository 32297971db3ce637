package org.stele.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.stele.standalone.home.SteleHome;

/** Prints the address once every component is up; until then, the components that are not. */
final class ReadyMessage implements DisposableBean {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** A component that is down at first is only starting. */
    private static final Duration TIME_TO_START = Duration.ofSeconds(10);

    /** What of the health has a page of docs/operating in its name. */
    private static final Set<String> WITH_PAGE = Set.of("audit", "projection", "signing", "writing");

    private final Environment environment;
    private final WebServerApplicationContext web;
    private final HealthEndpoint health;
    private volatile boolean closed;

    ReadyMessage(Environment environment, WebServerApplicationContext web, HealthEndpoint health) {
        this.environment = environment;
        this.web = web;
        this.health = health;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Thread.ofVirtual().name("ready-message").start(this::tellWhenReady);
    }

    private void tellWhenReady() {
        long start = System.nanoTime();
        String told = "";
        while (!closed) {
            HealthDescriptor now = health.health();
            if (now.getStatus().equals(Status.UP)) {
                print();
                return;
            }
            String wrong = wrong("", now);
            if (!wrong.equals(told) && System.nanoTime() - start > TIME_TO_START.toNanos()) {
                System.out.println("Stele answers and is not ready, as /actuator/health says: " + wrong + advice(now));
                told = wrong;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** The components that are not up, with the reasons that stay the same from one check to the next. */
    private static String wrong(String name, HealthDescriptor health) {
        return switch (health) {
            case CompositeHealthDescriptor all ->
                components(all).entrySet().stream()
                        .map(one -> wrong(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("; "));
            case IndicatedHealthDescriptor one
            when one.getDetails() != null ->
                one.getDetails().entrySet().stream()
                        .filter(detail -> !(detail.getValue() instanceof Number))
                        .map(detail -> detail.getKey() + " " + detail.getValue())
                        .collect(Collectors.joining(", ", name + " (", ")"));
            default -> name;
        };
    }

    /** Where what to do is said; nothing where the reason says all that there is to say. */
    private static String advice(HealthDescriptor health) {
        String pages = health instanceof CompositeHealthDescriptor all
                ? components(all).keySet().stream()
                        .filter(WITH_PAGE::contains)
                        .map("docs/operating/%s.md"::formatted)
                        .collect(Collectors.joining(", "))
                : "";
        return pages.isEmpty() ? "" : ". What to do: " + pages;
    }

    /** Those that are not up. */
    private static SortedMap<String, HealthDescriptor> components(CompositeHealthDescriptor all) {
        SortedMap<String, HealthDescriptor> down =
                new TreeMap<>(Objects.requireNonNullElse(all.getComponents(), Map.<String, HealthDescriptor>of()));
        down.values().removeIf(one -> one.getStatus().equals(Status.UP));
        return down;
    }

    private void print() {
        int port = web.getWebServer() == null ? 0 : web.getWebServer().getPort();
        String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        System.out.println();
        System.out.println(
                "Stele is ready on %s://%s:%s".formatted(scheme, environment.getProperty("server.address"), port));
        System.out.println(
                "It keeps everything in " + SteleHome.fromEnvironment().directory());
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            System.out.println(
                    "The filings shown were compiled from press reports and are incomplete; each names its source."
                            + " The list is invented.");
        }
        System.out.println();
    }

    @Override
    public void destroy() {
        closed = true;
    }
}
