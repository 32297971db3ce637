package org.stele.command.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.events.NewYork;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.identity.IdentityMigration;

/** A command side on a real port and a real ledger, on one fixed day; started once for all tests. */
@SpringBootTest(classes = CommandSideWithoutSignIn.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CommandServer.FixedDay.class)
public abstract class CommandServer {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T15:00:00Z"), NewYork.ZONE);
    public static final LocalDate TODAY = NewYork.today(CLOCK);

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final DataSource READS = DATABASE.projection();
    private static final Path HOME = newHome();

    /** Of Sweden and of Switzerland; no other State has a root here. */
    protected static final KeyFile SWEDEN = new KeyFile();

    protected static final KeyFile SWITZERLAND = new KeyFile();

    @LocalServerPort
    private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedDay {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("stele.home", HOME::toString);
        properties.add("stele.roots", () -> roots().toString());
        IdentityMigration.migrate(DATABASE.owner());
        properties.add("STELE_DB_URL", DATABASE::jdbcUrl);
        properties.add("STELE_DB_COMMAND_USER", () -> LedgerRoles.COMMAND);
        properties.add("STELE_DB_COMMAND_PASSWORD", () -> DATABASE.roles().commandPassword());
    }

    /** Where one node keeps its key and its last checkpoint, apart from every other. */
    public static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path roots() {
        try {
            return Files.write(
                    HOME.resolve("roots"),
                    List.of(
                            "# Given by the missions in person.",
                            "",
                            "root SWE " + SWEDEN.key().id(),
                            "root CHE " + SWITZERLAND.key().id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static TestDatabase database() {
        return DATABASE;
    }

    protected static LedgerReader ledger() {
        return new LedgerReader(READS);
    }

    protected static long head() {
        return ledger().head();
    }

    protected Client client() {
        return new Client(port);
    }
}
