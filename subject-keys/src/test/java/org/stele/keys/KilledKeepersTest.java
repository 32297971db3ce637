package org.stele.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes keep keys in one folder, and both are killed: every key that one of them told of stands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledKeepersTest {

    private static final int ROUNDS = 2;
    private static final int TOLD_BEFORE_THE_END = 300;

    @TempDir
    private Path home;

    private final Map<UUID, UUID> told = new HashMap<>();

    @Test
    void no_key_is_lost_and_no_subject_has_two() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Process first = start(2 * round);
            Process second = start(2 * round + 1);
            try (BufferedReader ofFirst = first.inputReader(StandardCharsets.US_ASCII);
                    BufferedReader ofSecond = second.inputReader(StandardCharsets.US_ASCII)) {
                listen(ofFirst);
                listen(ofSecond);
                first.destroyForcibly().waitFor();
                listen(ofSecond);
            } finally {
                first.destroyForcibly();
                second.destroyForcibly().waitFor();
            }
        }

        try (SubjectKeys keys = KeepingProcess.settings(home).find().orElseThrow()) {
            told.forEach((subject, key) -> assertThat(keys.keyOf(subject)).contains(key));
        }
        assertThat(told).hasSizeGreaterThan(TOLD_BEFORE_THE_END);
    }

    private Process start(int seed) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepingProcess.class.getName(),
                        home.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What one of them tells, which agrees with all that was told before. */
    private void listen(BufferedReader output) throws IOException {
        for (int i = 0; i < TOLD_BEFORE_THE_END; i++) {
            String[] line = output.readLine().split(" ");
            UUID key = UUID.fromString(line[1]);
            assertThat(told.putIfAbsent(UUID.fromString(line[0]), key)).isIn(null, key);
        }
    }
}
