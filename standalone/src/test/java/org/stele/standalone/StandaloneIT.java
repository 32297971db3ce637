package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
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
import org.stele.eventstore.home.KeyFile;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.home.SigningKeys;
import org.stele.ledger.note.Checkpoint;
import org.stele.standalone.RunningApplication.CommandResult;
import tools.jackson.databind.JsonNode;

/** The whole program as a newcomer runs it: one jar, an empty home, the real filings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class StandaloneIT {

    /**
     * 95 filings, each submitted, received, and published or withheld; 6 claims, one of them disputed; 35 pieces of
     * evidence; one version of a list; 17 accreditations.
     */
    private static final int DEMO_EVENTS = 95 * 3 + 6 + 1 + 35 + 1 + 17;

    @TempDir
    static Path directory;

    private static Path jar;
    private static Map<String, String> environment;
    private static RunningApplication stele;

    @BeforeAll
    static void start_on_an_empty_home() throws IOException {
        jar = RunningApplication.jar("standalone", "stele.jar");
        environment = Map.of("STELE_HOME", directory.resolve("home").toString());
        stele = RunningApplication.start(jar, directory, environment).awaitHealthy();
    }

    @AfterAll
    static void stop() {
        stele.close();
    }

    @Test
    @Order(1)
    void the_real_filings_are_there_when_it_says_that_it_is_healthy() throws Exception {
        JsonNode events = stele.json("/api/v1/events?limit=1000");

        assertThat(events.path("treeSize").asInt()).isEqualTo(DEMO_EVENTS);
        assertThat(events.path("events")).hasSize(DEMO_EVENTS);
        assertThat(stele.json("/api/v1/board").path("states")).hasSize(193);
    }

    @Test
    @Order(2)
    void every_worked_example_has_its_expected_status() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (NamedCsvRecord example : workedExamples()) {
            String asOf = example.getField("as_of");
            JsonNode file = stele.json(
                    "/api/v1/states/%s?effectiveOn=%s&knownOn=%s".formatted(example.getField("iso3"), asOf, asOf));
            String obligation = example.getField("obligation");
            JsonNode status = obligation.equals("REPAT")
                    ? file.path("repatriation").path("status")
                    : file.path("obligations").path(obligation).path("status");
            all.assertThat(status.asString()).as(example.toString()).isEqualTo(example.getField("expected_status"));
        }
        all.assertAll();
    }

    private static List<NamedCsvRecord> workedExamples() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/worked-examples.csv"))) {
            return csv.stream().toList();
        }
    }

    @Test
    @Order(3)
    void an_auditor_with_the_key_verifies_a_bundle_a_proof_and_the_whole_log() throws Exception {
        Path verifier = RunningApplication.jar("verifier", "stele-verify.jar");
        String lastProof = "/api/v1/events/%s/proof".formatted(DEMO_EVENTS);
        await().atMost(Duration.ofSeconds(10)).until(() -> stele.get(lastProof).statusCode() == 200);
        String key = stele.get("/log/key").body().strip();
        Path bundle = Files.write(directory.resolve("evidence.zip"), stele.bytes("/api/v1/states/RUS/evidence.zip"));
        Path heads = Files.write(
                directory.resolve("heads.zip"), stele.bytes("/api/v1/states/RUS/evidence.zip?completeness=heads"));

        for (List<String> arguments : List.of(
                List.of("bundle", bundle.toString()),
                List.of("bundle", heads.toString()),
                List.of("log", stele.url("/log")))) {
            CommandResult verified = RunningApplication.run(
                    verifier, directory, Map.of(), arguments.get(0), arguments.get(1), "--key", key);
            assertThat(verified.exitCode()).as(verified.output()).isZero();
            assertThat(verified.output()).contains("VERIFIED");
        }
        assertThat(stele.get(lastProof).body()).startsWith("c2sp.org/tlog-proof@v1\n");
    }

    @Test
    @Order(3)
    void fsck_passes_while_it_runs() throws Exception {
        CommandResult fsck = RunningApplication.run(jar, directory, environment, "fsck");

        assertThat(fsck.exitCode()).as(fsck.output()).isZero();
        assertThat(fsck.output())
                .contains(Integer.toString(DEMO_EVENTS), "signed checkpoints", "held against the root kept of");
    }

    @Test
    @Order(4)
    @Tag("long")
    void a_killed_process_is_followed_at_once_by_one_that_has_every_acknowledged_filing() throws Exception {
        HttpResponse<String> posted = stele.post("/api/v1/attestations", """
            {"obligation": "REP-FIN", "declaredNil": true, "remainingCount": 0}
            """, stele.as("signatory", "NOR"));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        stele.kill();

        stele = RunningApplication.start(jar, directory, environment).awaitHealthy();

        JsonNode events = stele.json("/api/v1/events?after=%s".formatted(DEMO_EVENTS));
        assertThat(events.path("treeSize").asInt()).isEqualTo(DEMO_EVENTS + 1);
        assertThat(posted.body())
                .contains(events.path("events").path(0).path("leafHash").asString());
    }

    @Test
    @Order(5)
    void a_second_process_on_the_same_home_names_the_first() throws Exception {
        CommandResult second = RunningApplication.run(jar, directory, environment, "--server.port=0");

        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output()).contains("Another Stele is running on").contains("STELE_HOME");
    }

    @Test
    @Order(6)
    void fsck_passes_when_it_is_stopped_and_the_log_holds_no_password() throws Exception {
        stele.close();

        CommandResult fsck = RunningApplication.run(jar, directory, environment, "fsck");

        assertThat(fsck.exitCode()).as(fsck.output()).isZero();
        String passwords = Files.readString(directory.resolve("home/database-passwords.json"));
        String log = Files.readString(directory.resolve("home/postgresql.log"));
        for (String secret : passwords.split("\"")) {
            if (secret.length() > 20) {
                assertThat(log).doesNotContain(secret);
            }
        }
    }

    @Test
    @Order(7)
    void fsck_misses_the_key_of_sealed_views_and_says_where_it_belongs() throws Exception {
        Path key = directory.resolve("home/views-key");
        Path away = Files.move(key, directory.resolve("kept-key"));

        CommandResult fsck = RunningApplication.run(jar, directory, environment, "fsck");

        assertThat(fsck.exitCode()).as(fsck.output()).isEqualTo(2);
        assertThat(fsck.output())
                .contains("rows are what events 1 to ", "expected their key in " + key, "Set STELE_VIEWS_KEY")
                .doesNotContain("\tat ", "Exception");
        assertThat(key).doesNotExist();
        Files.move(away, key);
    }

    @Test
    @Order(8)
    void a_database_that_is_behind_the_kept_checkpoint_is_refused_and_says_what_to_do() throws Exception {
        SigningHome home = new SigningHome(directory.resolve("home"));
        Checkpoint signed = home.kept().read().orElseThrow().checkpoint();
        SigningKeys keys = SigningKeys.open(signed.origin(), new KeyFile(home.key(), ""), List.of());
        home.kept().write(keys.sign(new Checkpoint(signed.origin(), signed.size() + 1, signed.root())));

        CommandResult refused = RunningApplication.run(jar, directory, environment, "--server.port=0");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains(
                        "Stele cannot start: Found a database with %s events".formatted(signed.size()),
                        ": size %s with the root".formatted(signed.size() + 1),
                        "Nothing was written. Restore a database")
                .doesNotContain("\tat ");
    }
}
