package org.stele.standalone;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Tells whoever started the program where to look, once there is something to see. */
final class ReadyMessage {

    private final Environment environment;
    private final WebServerApplicationContext web;

    ReadyMessage(Environment environment, WebServerApplicationContext web) {
        this.environment = environment;
        this.web = web;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        int port = web.getWebServer() == null ? 0 : web.getWebServer().getPort();
        System.out.printf("%nStele is ready on http://%s:%s%n", environment.getProperty("server.address"), port);
        System.out.printf(
                "It keeps everything in %s%n", SteleHome.fromEnvironment().directory());
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            System.out.println(
                    "The filings shown were compiled from press reports and are incomplete; each names its source.");
        }
        System.out.println();
    }
}
