package org.stele.statefile.filed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.Filed.Entered;
import org.stele.statefile.filed.Table.Row;
import org.stele.statefile.status.StateView;

/**
 * What was filed, and invented filings of every nasty kind, give in each view what another implementation of the rules gives,
 * which was written from their text alone.
 */
class ReferenceTest {

    private static final Path VIEWS = Path.of("src/test/resources/views");
    private static final LocalDate ENTERED_ON = LocalDate.of(2026, 11, 20);

    static List<Row> workedExamples() {
        return Table.read(StateFiles.tables().resolve("worked-examples.csv"));
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void a_worked_example_has_the_expected_status(Row example) {
        LocalDate asOf = LocalDate.parse(example.text("as_of"));
        StateFile file =
                Objects.requireNonNull(StateFiles.in(StateFiles.tables()).get(example.memberState()));

        String status = status(StateView.of(file, asOf, asOf), example.text("obligation"));

        assertThat(status).isEqualTo(example.text("expected_status"));
    }

    @Test
    void there_are_twelve_worked_examples() {
        assertThat(workedExamples()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "drawn1", "drawn2", "drawn3", "drawn4", "drawn5", "drawn6"})
    void every_view_agrees_with_the_other_implementation(String name) throws IOException {
        Path tables = name.equals("data") ? StateFiles.tables() : VIEWS.resolve(name);
        List<Entered> entered = Filed.entered(tables, ENTERED_ON);
        Map<MemberState, StateFile> files = StateFiles.of(entered);
        ViewLines lines = new ViewLines(entered);

        List<String> expected = expected(VIEWS.resolve(name + ".txt.gz"));
        List<String> found = expected.stream()
                .map(line -> {
                    String[] fields = line.split("[/|]", 4);
                    StateFile file = Objects.requireNonNull(
                            files.get(MemberState.find(fields[2]).orElseThrow()));
                    return lines.line(file, LocalDate.parse(fields[0]), LocalDate.parse(fields[1]));
                })
                .toList();

        assertThat(found).hasSizeGreaterThan(2_000).containsExactlyElementsOf(expected);
    }

    private static List<String> expected(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static String status(StateView view, String obligation) {
        return switch (obligation) {
            case "REP-MID" -> view.midtermReport().status().name();
            case "REP-HALF" -> view.halfRule().status().name();
            case "REP-FIN" -> view.finalReport().status().name();
            case "REPAT" -> view.repatriation().status().name();
            default -> throw new IllegalArgumentException("No status answers " + obligation);
        };
    }
}
