package org.stele.statefile.filed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.StateView;
import org.stele.statefile.filed.Table.Row;

/**
 * Two implementations agree (rules, section 4): the golden files were written by another one, in another language, from
 * the same tables. {@code data} is what States really filed; {@code drawn} was drawn at random to reach rare rules.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

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
    @ValueSource(strings = {"data", "drawn"})
    void every_state_agrees_with_the_other_implementation_on_every_pair_of_dates(String tables) throws IOException {
        Map<MemberState, StateFile> files = StateFiles.in(RESOURCES.resolve(tables));

        assertThat(Table.read(golden(tables + "-views.csv")))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(sha256(ViewLines.all(files, day(row, "effective"), day(row, "known"))))
                        .isEqualTo(row.text("sha256")));
    }

    @Test
    void states_that_filed_agree_with_the_other_implementation_line_by_line() throws IOException {
        Map<MemberState, StateFile> files = StateFiles.in(StateFiles.tables());

        assertThat(Files.readAllLines(golden("data-views.txt"))).hasSize(236).allSatisfy(expected -> {
            String[] dates = expected.substring(0, expected.indexOf('|')).split("/", -1);
            assertThat(ViewLines.all(files, LocalDate.parse(dates[0]), LocalDate.parse(dates[1])))
                    .contains(expected);
        });
    }

    private static Path golden(String name) {
        return RESOURCES.resolve("golden").resolve(name);
    }

    private static LocalDate day(Row row, String name) {
        return LocalDate.parse(row.text(name));
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

    private static String sha256(List<String> lines) {
        try {
            String text = String.join("\n", lines) + "\n";
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every Java platform has SHA-256.", e);
        }
    }
}
