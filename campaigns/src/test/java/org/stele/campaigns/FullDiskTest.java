package org.stele.campaigns;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk that is full refuses orders and loses none; when there is space again, the ledger goes on. */
@Tag("long")
class FullDiskTest {

    private static final long SPARE_BYTES = 1 << 20;
    private static final String NO_MOUNT = "A small disk cannot be mounted here; this test wants to be root";

    private final long seed = Scale.seed("A full disk");

    @Test
    void a_full_disk_under_the_tables_refuses_orders_until_there_is_space() throws Exception {
        try (SmallDisk disk = Need.of(SmallDisk.mount("tables", 24), NO_MOUNT);
                PostgresServer server = Workplace.server("full-tables")) {
            server.execute(
                    "postgres",
                    "CREATE TABLESPACE small LOCATION '" + disk.directory() + "'",
                    "GRANT CREATE ON TABLESPACE small TO PUBLIC");
            server.execute("postgres", "ALTER SYSTEM SET default_tablespace = 'small'", "SELECT pg_reload_conf()");
            Site.await("the small disk in use", () -> "small".equals(server.ask("SHOW default_tablespace")));
            try (Site site = Site.on(server, "ledger")) {
                VictimProcess victim = site.start();
                disk.fillUpTo(SPARE_BYTES);
                Load load = site.load(8, seed);
                try (load) {
                    site.awaitRefused(victim, "No space left on device");
                    disk.throwOffBallast();
                    site.awaitProgress();
                }
                site.requireAllThere(victim);
            }
        }
    }

    @Test
    void a_full_disk_under_the_log_stops_postgres_and_loses_nothing() throws Exception {
        try (SmallDisk disk = Need.of(SmallDisk.mount("log", 48), NO_MOUNT);
                PostgresServer server = serverWithLogOn(disk);
                Site site = Site.on(server, "ledger")) {
            VictimProcess victim = site.start();
            site.awaitRecorded(victim);
            disk.fillUpTo(SPARE_BYTES);
            Load load = site.load(8, seed);
            try (load) {
                Site.await("the end of PostgreSQL", () -> !server.isAlive());
                disk.throwOffBallast();
                server.start();
                site.awaitProgress();
            }
            site.requireAllThere(victim);
        }
    }

    private static PostgresServer serverWithLogOn(SmallDisk disk) throws Exception {
        PostgresServer server = Workplace.newServer("full-log");
        Path log = server.directory().resolve("pg_wal");
        Path onDisk = disk.directory().resolve("pg_wal");
        Restoration.copy(log, onDisk);
        Workplace.delete(log);
        Files.createSymbolicLink(log, onDisk);
        // A segment that is no longer needed would be used again, and the disk would never be full.
        server.set("wal_recycle = off\ncheckpoint_timeout = '1h'\nrestart_after_crash = off\n");
        server.start();
        return server;
    }
}
