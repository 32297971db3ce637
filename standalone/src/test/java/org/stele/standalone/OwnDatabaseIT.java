package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import org.stele.standalone.RunningApplication.CommandResult;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.SteleHome;
import tools.jackson.databind.JsonNode;

/** The programs on a PostgreSQL that they did not start: what they share is the database, and each has its own role in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
@Tag("long")
class OwnDatabaseIT {

    private static final SecretText TOKEN = new SecretText("a-token-of-this-test");
    private static final SecretText REGISTRARS_TOKEN = new SecretText("a-registrars-token-of-this-test");
    private static final SecretText AUDITORS_TOKEN = new SecretText("an-auditors-token-of-this-test");
    private static final Map<String, String> SIGNATORY = Map.of("Authorization", "Bearer " + TOKEN.text());

    private static final String PASSWORD = "four words nobody joins";

    private static final Pattern ACCEPT =
            Pattern.compile("accept-root --size (?<size>\\d+) --root (?<root>[0-9a-f]{64})");

    private static final String FREE_PORT = "--server.port=0";

    @TempDir
    static Path directory;

    private static DatabaseHandle handle;

    @BeforeAll
    static void start_the_server() throws Exception {
        handle = DatabaseHandle.openToServe(new SteleHome(directory.resolve("server")));
    }

    /** By the first registrar, whom the start of the command side put on record: a signatory and an auditor. */
    private static void accredit(RunningApplication command) throws Exception {
        Accounts accounts = new Accounts(JdbcClient.create(command()));
        accounts.addToken(accounts.find("registrar").orElseThrow(), REGISTRARS_TOKEN, null);
        accredit(command, "{\"official\": \"NOR-PM-2\", \"role\": \"signatory\", \"memberState\": \"NOR\"}");
        accredit(command, "{\"official\": \"auditor-1\", \"role\": \"auditor\"}");
        accounts.renew(accounts.find("nor-pm-2").orElseThrow(), new BCryptPasswordEncoder(4).encode(PASSWORD), TOKEN);
        accounts.addToken(accounts.find("auditor-1").orElseThrow(), AUDITORS_TOKEN, null);
    }

    private static void accredit(RunningApplication command, String body) throws Exception {
        HttpResponse<String> answer = command.post(
                "/api/v1/accreditations", body, Map.of("Authorization", "Bearer " + REGISTRARS_TOKEN.text()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"invitation\":\"/invitations/");
    }

    @AfterAll
    static void stop_it() throws Exception {
        handle.close();
    }

    @Test
    @Order(1)
    void what_is_posted_to_one_application_and_who_signs_in_there_is_known_in_the_other() throws Exception {
        try (RunningApplication command = startUnknown("command-side");
                RunningApplication query = startUnknown("query-side")) {
            command.awaitHealthy();
            query.awaitHealthy();
            assertThat(command.output()).content().contains("Nobody is a registrar here yet", "/invitations/");
            accredit(command);
            query.readingBy(AUDITORS_TOKEN.text());

            HttpResponse<String> posted = post(command);

            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(submitted(query)).hasSize(1));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(query.get("/api/v1/events/4/proof").statusCode())
                                    .isEqualTo(200));
            assertThat(query.get("/log/checkpoint").body()).startsWith("stele.local/ledger\n4\n");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(home().resolve("last-checkpoint"))
                            .content()
                            .startsWith("stele.local/ledger\n4\n"));
            assertThat(command.readingBy(AUDITORS_TOKEN.text())
                            .get("/api/v1/states/NOR")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(query.post("/api/v1/attestations", "{}", SIGNATORY).statusCode())
                    .isIn(404, 405);
            requireSignedInOnBoth(command, query);
        }
    }

    /** The cookies of this machine are sent to both ports, as a proxy sends them to both sides. */
    private static void requireSignedInOnBoth(RunningApplication command, RunningApplication query) throws Exception {
        SignedInBrowser browser = new SignedInBrowser();
        assertThat(browser.get(query.url("/api/v1/states/NOR")).statusCode()).isEqualTo(401);

        browser.signIn(command.url(""), "nor-pm-2", PASSWORD);

        assertThat(browser.get(query.url("/api/v1/states/NOR")).statusCode()).isEqualTo(200);
        assertThat(browser.get(query.url("/sign-in")).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void nothing_kept_beside_a_signed_ledger_is_signed_again_once_somebody_gives_his_word() throws Exception {
        Files.delete(home().resolve("last-checkpoint"));
        Files.delete(home().resolve("last-pins"));

        CommandResult refused = run(FREE_PORT);

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains("Nothing was written").doesNotContain("\tat ");
        Matcher accept = ACCEPT.matcher(refused.output());
        assertThat(accept.find()).as(refused.output()).isTrue();
        String root = accept.group("root");
        assertThat(accept.group("size")).isEqualTo("4");
        requireNoWord("5", root);
        requireNoWord("4", "ab".repeat(32));

        CommandResult accepted = run(accept.group().split(" "));

        assertThat(accepted.exitCode()).as(accepted.output()).isZero();
        assertThat(accepted.output()).contains("Accepted size 4 with the root " + root);
        try (RunningApplication command = start("command-side", "-exec.jar", Map.of())) {
            command.awaitHealthy();
            assertThat(post(command).statusCode()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(home().resolve("last-checkpoint"))
                            .content()
                            .startsWith("stele.local/ledger\n5\n"));
            assertThat(command.json("/actuator/health")
                            .at("/components/signing/details/acceptedRoot")
                            .asString())
                    .startsWith("size 4, root " + root + ", accepted at ");
            assertThat(command.output()).content().containsPattern("WARN .*size 4, root " + root);
        }
    }

    private static void requireNoWord(String size, String root) throws Exception {
        CommandResult wrong = run("accept-root", "--size", size, "--root", root);

        assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(2);
        assertThat(wrong.output())
                .contains("Found a ledger", "Your word was for size " + size + " with the root " + root)
                .doesNotContain("\tat ");
        assertThat(home().resolve("accepted-root")).doesNotExist();
    }

    @Test
    @Order(3)
    void a_server_that_would_lose_what_it_has_confirmed_is_refused_in_a_sentence() throws Exception {
        requireRefusedWithout("fsync", "standalone", "stele.jar", "Stele cannot start: The database would lose");
        requireRefusedWithout(
                "full_page_writes", "command-side", "-exec.jar", "Description:\n\nThe database would lose");
    }

    private static void requireRefusedWithout(String setting, String module, String suffix, String says)
            throws Exception {
        set(setting, "off");
        CommandResult refused = RunningApplication.run(
                RunningApplication.jar(module, suffix), directory, variables(Map.of()), FREE_PORT);
        set(setting, "on");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains(says, ": %s is off, and must be on. Set that in postgresql.conf".formatted(setting))
                .doesNotContain("\tat ");
    }

    @Test
    @Order(4)
    void a_start_beside_an_event_of_another_century_writes_nothing_and_says_what_is_not_ready() throws Exception {
        String clock = "The last event was recorded at 2200-01-01T00:00:00Z and the database's clock says ";
        long size = LedgerRows.recordAgain(command(), Instant.parse("2200-01-01T00:00:00Z"));
        try (RunningApplication stele = start("standalone", "stele.jar", Map.of("STELE_DEMO", "true"))) {
            awaitSaid(
                    stele,
                    "The demonstration is not entered; start again when this is mended. Nothing is recorded now: "
                            + clock);
            awaitSaid(
                    stele,
                    "Stele answers and is not ready, as /actuator/health says: demoHealth (demo Nothing is recorded now: "
                            + clock);
            awaitSaid(stele, "Set the clock right, or wait). What to do: docs/operating/writing.md\n");
            assertThat(stele.json("/api/v1/events").path("treeSize").asLong()).isEqualTo(size);

            execute("UPDATE query.projection SET mac = sha256(mac)");
            awaitSaid(stele, "projection (notTrusted [");
            awaitSaid(stele, ". What to do: docs/operating/projection.md, docs/operating/writing.md\n");

            execute("""
                    INSERT INTO ledger.state_heads (index, size, leaf, leaf_hash)
                    SELECT max(index) + 1, %s, max(leaf), max(leaf_hash) FROM ledger.state_heads
                    """.formatted(size));
            awaitSaid(stele, "signing (phase STOPPED, ");
            awaitSaid(stele, ", reason state_heads (index ");
            awaitSaid(stele, "docs/operating/signing.md, docs/operating/writing.md\n");
            assertThat(stele.output()).content().doesNotContain("Stele is ready", "\tat ");
        }
    }

    private static void awaitSaid(RunningApplication stele, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stele.output()).content().contains(text));
    }

    /** On the running server, which answers with it when it has read its settings again. */
    private static void set(String setting, String value) throws Exception {
        execute("ALTER SYSTEM SET " + setting + " = " + value, "SELECT pg_reload_conf()");
        await().until(() -> {
            try (Connection connection = superuser();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                return row.next() && row.getString(1).equals(value);
            }
        });
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static DataSource command() {
        return handle.database().dataSource(handle.database().command());
    }

    private static Connection superuser() throws SQLException {
        Database database = handle.database();
        return database.dataSource(Objects.requireNonNull(database.superuser())).getConnection();
    }

    private static HttpResponse<String> post(RunningApplication command) throws Exception {
        return command.post("/api/v1/attestations", """
            {"obligation": "REP-FIN", "declaredNil": true, "remainingCount": 0}
            """, SIGNATORY);
    }

    private static JsonNode submitted(RunningApplication query) throws Exception {
        return query.json("/api/v1/states/NOR").path("submitted");
    }

    /** The home of all that is started here. */
    private static Path home() {
        return directory.resolve("home");
    }

    /** Before anybody has an account. */
    private static RunningApplication startUnknown(String module) throws Exception {
        return RunningApplication.start(RunningApplication.jar(module, "-exec.jar"), directory, variables(Map.of()));
    }

    private static RunningApplication start(String module, String suffix, Map<String, String> more) throws Exception {
        return RunningApplication.start(RunningApplication.jar(module, suffix), directory, variables(more))
                .readingBy(AUDITORS_TOKEN.text());
    }

    private static CommandResult run(String... arguments) throws Exception {
        return RunningApplication.run(
                RunningApplication.jar("standalone", "stele.jar"), directory, variables(Map.of()), arguments);
    }

    private static Map<String, String> variables(Map<String, String> more) {
        Database database = handle.database();
        Map<String, String> variables = new HashMap<>(Map.of(
                "STELE_HOME", home().toString(),
                "STELE_DB_URL", database.url(),
                "STELE_DB_COMMAND_PASSWORD", database.command().password(),
                "STELE_DB_QUERY_PASSWORD", database.query().password(),
                "STELE_DB_BODIES_PASSWORD", database.bodies().password(),
                "STELE_DB_PROJECTION_PASSWORD", database.projection().password()));
        variables.putAll(more);
        return variables;
    }
}
