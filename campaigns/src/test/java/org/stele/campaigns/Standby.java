package org.stele.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Standby is a second server that has every commit of the first before anyone hears of it, until it is promoted. */
final class Standby implements AutoCloseable {

    private static final String NAME = "standby";

    private final PostgresServer server;

    private Standby(PostgresServer server) {
        this.server = server;
    }

    /** Copies a server and has the copy follow it; from then on nothing is confirmed that the copy does not have. */
    static Standby of(PostgresServer primary) throws IOException {
        primary.stop();
        Path directory = Workplace.empty(primary.directory().getFileName() + "-" + NAME);
        Restoration.copy(primary.directory(), directory);
        PostgresServer server = new PostgresServer(primary.programs(), directory);
        Files.createFile(directory.resolve("standby.signal"));
        server.set("primary_conninfo = 'host=127.0.0.1 port=%s user=postgres application_name=%s'\n"
                .formatted(primary.port(), NAME));
        primary.set("synchronous_standby_names = '" + NAME + "'\n");
        primary.start();
        server.start();
        Standby standby = new Standby(server);
        standby.awaitFollowing(primary);
        return standby;
    }

    void awaitFollowing(PostgresServer primary) {
        Site.await(
                "a synchronous standby",
                () -> "sync".equals(primary.ask("SELECT sync_state FROM pg_stat_replication")));
    }

    PostgresServer server() {
        return server;
    }

    /** It follows no longer and takes writes. */
    void promote() {
        server.ask("SELECT pg_promote()");
    }

    @Override
    public void close() {
        server.close();
    }
}
