package org.stele.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser under Jazzer, which follows what the parsers execute: from a fixed seed in the build, longer in profile fuzz. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {

    /** For each parser, in profile fuzz; 0 in the build. */
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);

    private static final int RUNS = Integer.getInteger("fuzz.runs", 2_000);
    private static final int SEED =
            SECONDS > 0 ? new Random().nextInt(1, 1 << 30) : Integer.getInteger("seed", 20191222);
    private static final int MAX_BYTES = 32 << 10;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void a_true_sample_is_read(Parser parser) {
        for (byte[] sample : new Samples().of(parser)) {
            String refusal = parser.refusal(sample);
            if (!isOfAnotherParser(parser)) {
                assertThat(refusal).isEmpty();
            }
        }
    }

    /** Those samples are whole in form alone: their rows name what is not there. */
    private static boolean isOfAnotherParser(Parser parser) {
        return parser == Parser.FILINGS || parser == Parser.NOTICES;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void no_input_makes_a_parser_fail(String parser) throws Exception {
        System.out.println("Fuzzing " + (parser.isEmpty() ? "all parsers" : parser) + ", -Dseed=" + SEED);
        Path output = directory.resolve("output");

        assertThat(run(parser, output)).as(Files.readString(output)).isZero();
        System.out.println(lastLine(output));
    }

    private int run(String parser, Path output) throws IOException, InterruptedException {
        return new ProcessBuilder(command(parser, seeds()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    /** All at once in the build; one after another for longer. */
    static Stream<String> runs() {
        return SECONDS > 0 ? Arrays.stream(Parser.values()).map(Enum::name) : Stream.of("");
    }

    private static List<String> command(String parser, Path seeds) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + FuzzedParser.CHOSEN + "=" + parser,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzedParser.class.getName(),
                "--instrumentation_includes=org.stele.**",
                "--custom_hook_includes=org.stele.**",
                "--reproducer_path=" + seeds.getParent(),
                "-seed=" + SEED,
                "-max_len=" + MAX_BYTES,
                "-timeout=300"));
        command.add(SECONDS > 0 ? "-max_total_time=" + SECONDS : "-runs=" + RUNS);
        command.add(seeds.toString());
        return command;
    }

    private Path seeds() throws IOException {
        Path seeds = Files.createDirectories(directory.resolve("seeds"));
        Samples samples = new Samples();
        for (Parser parser : Parser.values()) {
            int number = 0;
            for (byte[] sample : samples.of(parser)) {
                Files.write(seeds.resolve(parser + "-" + number++), FuzzedParser.input(parser, sample));
            }
        }
        return seeds;
    }

    private static String lastLine(Path output) throws IOException {
        return Files.readAllLines(output).getLast();
    }

    @Test
    @Tag("long")
    void a_planted_fault_is_found() throws Exception {
        Path output = directory.resolve("output");

        assertThat(run(FuzzedParser.PLANTED, output))
                .as(Files.readString(output))
                .isNotZero();
        assertThat(Files.readString(output)).contains("The planted fault");
    }
}
