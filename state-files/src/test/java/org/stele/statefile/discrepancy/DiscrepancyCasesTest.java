package org.stele.statefile.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.across.SubjectIndex;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.Filed.Entered;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.filed.Table;
import org.stele.statefile.filed.Table.Row;
import org.stele.statefile.status.StateView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Discrepancies of invented rows, and of what was filed, are those that were worked out by hand. */
class DiscrepancyCasesTest {

    private static final LocalDate ENTERED_ON = LocalDate.of(2026, 11, 20);

    static Stream<JsonNode> cases() throws IOException {
        String json = Files.readString(StateFiles.tables().resolve("discrepancy-cases.json"));
        return JsonMapper.shared().readTree(json).get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_invented_case_has_the_discrepancies_that_were_worked_out(JsonNode invented) {
        Map<String, List<Row>> rows = new HashMap<>();
        invented.get("rows")
                .forEachEntry((kind, list) -> rows.put(
                        kind, list.valueStream().map(DiscrepancyCasesTest::row).toList()));

        List<Entered> entered = Filed.entered(rows, ENTERED_ON);
        SubjectIndex index = new SubjectIndex(Filed.KEY);
        for (int i = 0; i < entered.size(); i++) {
            index.take(i + 1L, entered.get(i).event());
        }

        List<String> found = found(
                StateFiles.of(entered),
                index,
                LocalDate.parse(invented.get("effectiveOn").stringValue()),
                LocalDate.parse(invented.get("knownOn").stringValue()));

        assertThat(found)
                .as(invented.get("name").stringValue())
                .containsExactlyInAnyOrderElementsOf(invented.get("expected")
                        .valueStream()
                        .map(DiscrepancyCasesTest::expected)
                        .toList());
    }

    @Test
    void what_was_filed_has_the_discrepancies_that_were_worked_out() {
        Map<MemberState, StateFile> files = StateFiles.in(StateFiles.tables());
        Map<LocalDate, List<String>> expected = new HashMap<>();
        for (Row row : Table.read(StateFiles.tables().resolve("worked-discrepancies.csv"))) {
            expected.computeIfAbsent(LocalDate.parse(row.text("as_of")), _ -> new ArrayList<>())
                    .add(line(row.text("iso3"), row.text("code"), numbers(row.text("figures"))));
        }

        assertThat(expected).hasSize(4);
        expected.forEach((day, lines) -> assertThat(found(files, new SubjectIndex(Filed.KEY), day, day))
                .as(day.toString())
                .containsExactlyInAnyOrderElementsOf(lines));
    }

    private static List<Long> numbers(String figures) {
        return Stream.of(figures.split(" ", -1))
                .map(figure -> Long.parseLong(figure.substring(figure.indexOf('=') + 1)))
                .toList();
    }

    private static Row row(JsonNode fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEachEntry((name, value) -> texts.put(name, value.stringValue()));
        return new Row(texts);
    }

    private static List<String> found(
            Map<MemberState, StateFile> files, SubjectIndex index, LocalDate effectiveOn, LocalDate knownOn) {
        AcrossStates across = new AcrossStates(() -> index, Long.MAX_VALUE, files::get);
        return files.values().stream()
                .flatMap(file -> StateView.of(file, effectiveOn, knownOn, across).discrepancies().stream())
                .map(found -> line(
                        found.memberState().iso3(),
                        found.code().name(),
                        List.copyOf(found.figures().values())))
                .toList();
    }

    private static String expected(JsonNode one) {
        return line(
                one.get("iso3").stringValue(),
                one.get("code").stringValue(),
                one.get("figures").valueStream().map(JsonNode::longValue).toList());
    }

    private static String line(String iso3, String code, List<Long> figures) {
        return iso3 + " " + code + " " + figures.stream().sorted().toList();
    }
}
