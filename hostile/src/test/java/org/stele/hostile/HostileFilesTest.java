package org.stele.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust whoever reads them are refused in words, in bounded time, by a process of 256 MiB. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class HostileFilesTest {

    /** Of one processor: a machine with other work to do takes longer by the clock. */
    private static final long MOST_MILLIS = 1_000;

    private static final int LEAST_FILES = 200;

    @TempDir
    Path directory;

    private record Outcome(String kind, String name, long millis, String refusal) {}

    @Test
    void each_is_refused_within_a_second_by_a_process_of_256_mebibytes() throws Exception {
        List<String> lines = run();
        List<Outcome> outcomes = lines.stream()
                .filter(line -> !line.startsWith("peak|"))
                .map(line -> line.split("\\|", 4))
                .map(part -> new Outcome(part[0], part[1], Long.parseLong(part[2]), part[3]))
                .toList();

        SoftAssertions all = new SoftAssertions();
        for (Outcome outcome : outcomes) {
            all.assertThat(outcome.refusal())
                    .as(outcome.toString())
                    .isNotBlank()
                    .doesNotStartWith("FAULT");
            all.assertThat(outcome.millis()).as(outcome.toString()).isLessThan(MOST_MILLIS);
        }
        all.assertAll();
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
        Files.write(Path.of("target", "hostile-files.md"), table(outcomes, lines.getLast()));
    }

    private List<String> run() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileFilesRunner.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(exit)
                .as(lines.size() + " files, then " + Files.readString(errors))
                .isZero();
        return lines;
    }

    /** The table of docs/CAMPAIGNS.md. */
    private static List<String> table(List<Outcome> outcomes, String peak) {
        Map<String, long[]> kinds = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            long[] sums = kinds.computeIfAbsent(outcome.kind(), _ -> new long[3]);
            sums[0]++;
            sums[1] += outcome.millis();
            sums[2] = Math.max(sums[2], outcome.millis());
        }
        List<String> rows = new java.util.ArrayList<>(
                List.of("| Files | Number | Mean, ms of a processor | Most, ms |", "|---|---:|---:|---:|"));
        kinds.forEach(
                (kind, sums) -> rows.add("| %s | %s | %s | %s |".formatted(kind, sums[0], sums[1] / sums[0], sums[2])));
        rows.add("");
        rows.add(String.format(
                Locale.ROOT, "Peak of the heap: %,d MiB of 256.", Long.parseLong(peak.substring(5)) >> 20));
        return rows;
    }
}
