package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.SteleHome;
import tools.jackson.databind.JsonNode;

/** The command side and the query side as two processes that share nothing but a database, each in its own role. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoApplicationsIT {

    private static final Map<String, String> SIGNATORY =
            Map.of("X-Stele-User", "NOR-PM-2", "X-Stele-Role", "signatory", "X-Stele-State", "NOR");

    @TempDir
    Path directory;

    @Test
    void what_is_posted_to_one_is_seen_in_the_other() throws Exception {
        try (DatabaseHandle handle = DatabaseHandle.openToServe(new SteleHome(directory.resolve("home")));
                RunningApplication command = RunningApplication.start(
                        RunningApplication.jar("command-side", "-exec.jar"),
                        directory,
                        commandSide(handle.database()));
                RunningApplication query = RunningApplication.start(
                        RunningApplication.jar("query-side", "-exec.jar"), directory, querySide(handle.database()))) {
            command.awaitHealthy();
            query.awaitHealthy();

            HttpResponse<String> posted = command.post("/api/v1/attestations", """
                {"obligation": "REP-FIN", "declaredNil": true, "remainingCount": 0}
                """, SIGNATORY);

            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(submitted(query)).hasSize(1));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(query.get("/api/v1/events/1/proof").statusCode())
                                    .isEqualTo(200));
            assertThat(query.get("/log/checkpoint").body()).startsWith("stele.local/ledger\n1\n");
            assertThat(directory.resolve("stele-data").resolve("last-checkpoint"))
                    .content()
                    .startsWith("stele.local/ledger\n1\n");
            assertThat(command.get("/api/v1/states/NOR").statusCode()).isEqualTo(404);
            assertThat(query.post("/api/v1/attestations", "{}", SIGNATORY).statusCode())
                    .isIn(404, 405);
        }
    }

    private static JsonNode submitted(RunningApplication query) throws Exception {
        return query.json("/api/v1/states/NOR").path("submitted");
    }

    private static Map<String, String> commandSide(Database database) {
        return Map.of(
                "STELE_DB_URL", database.url(),
                "STELE_DB_COMMAND_USER", database.command().user(),
                "STELE_DB_COMMAND_PASSWORD", database.command().password());
    }

    private static Map<String, String> querySide(Database database) {
        return Map.of(
                "STELE_DB_URL", database.url(),
                "STELE_DB_QUERY_USER", database.query().user(),
                "STELE_DB_QUERY_PASSWORD", database.query().password());
    }
}
