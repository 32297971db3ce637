package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.RunningApplication.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * After a shredding the plain text is nowhere: not in the files of the database and of the home, in an answer, in what the program
 * prints, or in the memory of a process that was started afterwards; and every proof holds.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShreddingCampaign {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** New in every run: a fixed one may stand in the program, as an example, and would be found in the memory of each process. */
    private static final String REFERENCE = UUID.randomUUID().toString();

    private static final String SUMMARY = "Canary-of-a-protected-claim-" + UUID.randomUUID();

    /** The reference as text, and as the sixteen bytes of a UUID. */
    private static final List<String> CANARIES = List.of(
            REFERENCE,
            SUMMARY,
            new String(HexFormat.of().parseHex(REFERENCE.replace("-", "")), StandardCharsets.ISO_8859_1));

    /** Files and dumps are searched in pieces that overlap by more than a canary. */
    private static final int PIECE = 1 << 20;

    private static final int OVERLAP = 256;

    @TempDir
    private Path directory;

    @Test
    void the_plain_text_is_nowhere_and_every_proof_holds() throws Exception {
        Path jar = RunningApplication.jar("standalone", "stele.jar");
        Path home = directory.resolve("home");
        Map<String, String> environment = Map.of("STELE_HOME", home.toString());
        long notice;
        long claim;
        JsonNode before;
        Path firstLog;
        try (RunningApplication stele =
                RunningApplication.start(jar, directory, environment).awaitHealthy()) {
            firstLog = stele.output();
            notice = recorded(stele, "/api/v1/repatriation-notices", "signatory", "NOR", """
                    {"category":"WORKER","count":1,"subjects":["%s"],"departed":"2019-11-14","destination":"PRK","mode":"AIR"}
                    """.formatted(REFERENCE))
                    .path("position")
                    .asLong();
            JsonNode filed = recorded(
                    stele,
                    "/api/v1/exemption-claims",
                    "signatory",
                    "NOR",
                    "{\"ground\":\"REFUGEE_LAW\",\"count\":2,\"summary\":\"" + SUMMARY + "\"}");
            claim = filed.path("position").asLong();
            assertThat(unsealed(stele, claim, null)).contains(SUMMARY, "OPEN");
            assertThat(unsealed(stele, notice, 1)).contains(REFERENCE, "OPEN");
            before = stele.json("/api/v1/states/NOR").path("repatriation");
            assertThat(filesWithCanaries(home)).isEmpty();
            assertThat(heapHasCanary(stele)).as("what was unsealed is found").isTrue();

            recorded(stele, "/api/v1/subjects/" + REFERENCE + "/shredding", "custodian", "", REASON);
            recorded(stele, "/api/v1/subjects/" + filed.path("id").asString() + "/shredding", "custodian", "", REASON);
        }
        assertThat(hasCanary(firstLog)).isFalse();
        try (RunningApplication stele =
                RunningApplication.start(jar, directory, environment).awaitHealthy()) {
            assertThat(unsealed(stele, claim, null)).contains("SHREDDED");
            assertThat(unsealed(stele, notice, 1)).contains("SHREDDED");
            assertThat(stele.json("/api/v1/states/NOR").path("repatriation")).isEqualTo(before);
            for (String path : List.of(
                    "/states/NOR",
                    "/events?limit=1&after=" + (notice - 1),
                    "/api/v1/events?state=NOR",
                    "/api/v1/states/NOR.csv",
                    "/api/v1/discrepancies",
                    "/api/v1/board",
                    "/api/v1/events/" + claim + "/opening")) {
                HttpResponse<String> answer = stele.get(path);
                assertThat(answer.statusCode()).as(path).isIn(200, 403);
                assertThat(answer.body()).as(path).doesNotContain(REFERENCE, SUMMARY);
            }
            Path bundle = directory.resolve("evidence.zip");
            Files.write(bundle, stele.bytes("/api/v1/states/NOR/evidence.zip"));
            assertThat(hasCanary(bundle)).isFalse();
            String key = stele.get("/log/key").body().strip();
            CommandResult verified = RunningApplication.run(
                    RunningApplication.jar("verifier", "stele-verify.jar"),
                    directory,
                    Map.of(),
                    "bundle",
                    bundle.toString(),
                    "--key",
                    key);
            assertThat(verified.exitCode()).as(verified.output()).isZero();
            assertThat(heapHasCanary(stele)).isFalse();
            assertThat(hasCanary(stele.output())).isFalse();
        }
        assertThat(filesWithCanaries(home)).isEmpty();
        CommandResult fsck = RunningApplication.run(jar, directory, environment, "fsck");
        assertThat(fsck.output()).contains("SOUND: all agree");
    }

    private static final String REASON = "{\"reason\":\"The State asked for it.\"}";

    private static JsonNode recorded(RunningApplication stele, String path, String role, String state, String body)
            throws Exception {
        Map<String, String> actor = state.isEmpty() ? stele.as(role) : stele.as(role, state);
        HttpResponse<String> answer = stele.post(path, body, actor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String unsealed(RunningApplication stele, long position, @Nullable Integer person) throws Exception {
        String body = person == null
                ? "{\"reason\":\"A test.\"}"
                : "{\"person\":%s,\"reason\":\"A test.\"}".formatted(person);
        return recorded(stele, "/api/v1/events/" + position + "/unsealing", "custodian", "", body)
                .path("sealed")
                .toString();
    }

    /** Every object that the process can still reach, or not. */
    private boolean heapHasCanary(RunningApplication stele) throws Exception {
        Path dump = directory.resolve("heap.hprof");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(stele.pid()),
                        "GC.heap_dump",
                        "-all",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(dump).as(said).exists();
        boolean hasCanary = hasCanary(dump);
        Files.delete(dump);
        return hasCanary;
    }

    private static List<Path> filesWithCanaries(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(ShreddingCampaign::hasCanary)
                    .toList();
        }
    }

    /** As text of one byte a letter, and of two. */
    private static boolean hasCanary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] kept = new byte[0];
            for (byte[] read = in.readNBytes(PIECE); read.length > 0; read = in.readNBytes(PIECE)) {
                String text =
                        new String(kept, StandardCharsets.ISO_8859_1) + new String(read, StandardCharsets.ISO_8859_1);
                if (CANARIES.stream().anyMatch(canary -> text.contains(canary) || text.contains(spaced(canary)))) {
                    return true;
                }
                kept = text.substring(Math.max(0, text.length() - OVERLAP)).getBytes(StandardCharsets.ISO_8859_1);
            }
            return false;
        } catch (NoSuchFileException e) {
            return false; // PostgreSQL removes files while it runs.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spaced(String canary) {
        return String.join("\0", canary.split(""));
    }
}
