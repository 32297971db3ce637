package org.stele.command.screening.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsolidatedListTest {

    private static final ConsolidatedList CURRENT = ConsolidatedListReader.read(ListFiles.hundred(1));

    /** What becomes of each hostile file where version 1 stands: reasons to hold it, or the code of the refusal. */
    private static final Map<String, Object> EXPECTED = Map.ofEntries(
            Map.entry("dataid-changed.xml", List.of(HoldReason.DATAID_CHANGED)),
            Map.entry("day-zero-date.xml", List.of(HoldReason.COUNT_MOVED)),
            Map.entry(
                    "duplicate-dataid.xml",
                    List.of(HoldReason.DATAID_CHANGED, HoldReason.DATAID_REPEATED, HoldReason.COUNT_MOVED)),
            Map.entry(
                    "duplicate-reference.xml",
                    List.of(HoldReason.REFERENCE_REPEATED, HoldReason.DATAID_CHANGED, HoldReason.COUNT_MOVED)),
            Map.entry("entity-expansion.xml", UnreadableList.DOCTYPE),
            Map.entry("external-entity.xml", UnreadableList.DOCTYPE),
            Map.entry("html-entity.xml", UnreadableList.NOT_XML),
            Map.entry("html-instead-of-xml.xml", UnreadableList.DOCTYPE),
            Map.entry("latin1-bytes.xml", UnreadableList.ENCODING),
            Map.entry("no-date-generated.xml", List.of(HoldReason.COUNT_MOVED, HoldReason.DATE_MISSING)),
            Map.entry("no-reference.xml", List.of(HoldReason.COUNT_MOVED, HoldReason.REFERENCE_MISSING)),
            Map.entry("old-schema-2017.xml", List.of(HoldReason.COUNT_MOVED)),
            Map.entry("older-generation.xml", List.of(HoldReason.OLDER_THAN_CURRENT)),
            Map.entry("shrunk.xml", List.of(HoldReason.COUNT_MOVED)),
            Map.entry("truncated.xml", UnreadableList.NOT_XML),
            Map.entry("utf16-with-bom.xml", List.of(HoldReason.COUNT_MOVED)));

    static Stream<String> hostileFiles() {
        return new TreeSet<>(
                        ListFiles.json("hostile/expected.json").path("files").propertyNames())
                .stream();
    }

    @ParameterizedTest
    @CsvSource({"thousand, 1, 2", "thousand, 2, 3", "hundred, 1, 2", "hundred, 2, 3"})
    void the_delta_of_two_versions_is_the_one_that_was_made(String lists, int from, int to) {
        ListDelta delta = Objects.requireNonNull(ListComparison.delta(version(lists, from), version(lists, to)));
        JsonNode made = ListFiles.json(lists + "/delta.json").path("steps").path(from - 1);

        assertThat(delta.added()).isEqualTo(texts(made.path("added")));
        assertThat(delta.removed()).isEqualTo(texts(made.path("removed")));
        assertThat(delta.amended()).isEqualTo(references(made.path("amended")));
        assertThat(delta.immaterial()).isEqualTo(made.path("immaterial_only").size());
        assertThat(ListComparison.reasonsToHold(version(lists, from), version(lists, to)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"thousand, 1", "thousand, 2", "thousand, 3", "hundred, 1"})
    void a_version_is_named_and_counted_as_in_the_manifest(String lists, int number) {
        ConsolidatedList version = version(lists, number);
        JsonNode made =
                ListFiles.json(lists + "/manifest.json").path("versions").path(number - 1);

        assertThat(version.sha256().hex()).isEqualTo(made.path("sha256").stringValue());
        assertThat(version.dateGenerated()).isEqualTo(made.path("dateGenerated").stringValue());
        assertThat(version.entries()).hasSize(made.path("entries").intValue());
        assertThat(version.entries().stream().filter(each -> each.listType().equals("DPRK")))
                .hasSize(made.path("dprk").intValue());
    }

    @Test
    void a_version_does_not_differ_from_itself() {
        assertThat(ListComparison.delta(CURRENT, CURRENT)).isEqualTo(new ListDelta(List.of(), List.of(), List.of(), 0));
        assertThat(ListComparison.delta(null, CURRENT)).isNull();
        assertThat(ListComparison.reasonsToHold(null, CURRENT)).isEmpty();
    }

    @Test
    void every_hostile_file_has_an_expected_answer() {
        assertThat(hostileFiles()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void a_hostile_file_is_refused_or_held(String file) {
        byte[] bytes = ListFiles.hostile(file);
        Object expected = Objects.requireNonNull(EXPECTED.get(file));

        if (expected instanceof String code) {
            refused(bytes, code);
        } else {
            assertThat(ListComparison.reasonsToHold(CURRENT, ConsolidatedListReader.read(bytes)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_same_list_in_utf_16_and_in_the_form_of_2017_says_the_same() {
        ConsolidatedList shrunk = ConsolidatedListReader.read(ListFiles.hostile("shrunk.xml"));
        for (String file : List.of("utf16-with-bom.xml", "old-schema-2017.xml")) {
            assertThat(contents(ConsolidatedListReader.read(ListFiles.hostile(file))))
                    .as(file)
                    .isEqualTo(contents(shrunk));
        }
    }

    @Test
    void a_count_may_move_by_a_tenth_and_no_further() {
        assertThat(ListComparison.reasonsToHold(counting(100), counting(110))).isEmpty();
        assertThat(ListComparison.reasonsToHold(counting(100), counting(90))).isEmpty();
        assertThat(ListComparison.reasonsToHold(counting(100), counting(111))).containsExactly(HoldReason.COUNT_MOVED);
        assertThat(ListComparison.reasonsToHold(counting(100), counting(89))).containsExactly(HoldReason.COUNT_MOVED);
    }

    @Test
    void what_is_no_list_is_refused_by_name() {
        refused(bytes("{}"), UnreadableList.NOT_XML);
        refused(new byte[0], UnreadableList.NOT_XML);
        refused(bytes("<LIST/>"), UnreadableList.STRUCTURE);
        refused(bytes("<CONSOLIDATED_LIST/>"), UnreadableList.STRUCTURE);
        refused(bytes("<CONSOLIDATED_LIST><VESSELS/></CONSOLIDATED_LIST>"), UnreadableList.STRUCTURE);
        refused(bytes(list("<ENTITY><DATAID>1</DATAID></ENTITY>")), UnreadableList.STRUCTURE);
        refused(bytes(list("<INDIVIDUAL/>")), UnreadableList.STRUCTURE);
        refused(bytes("<?xml version='1.0' encoding='UTF-16'?>" + list("")), UnreadableList.ENCODING);
        refused(bytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + list("")), UnreadableList.ENCODING);
    }

    @Test
    void what_is_far_beyond_any_real_list_is_refused() {
        String deep = "<A>".repeat(12) + "</A>".repeat(12);
        String one = "<INDIVIDUAL><DATAID>1</DATAID></INDIVIDUAL>";

        refused(bytes(list("<INDIVIDUAL><DATAID>1</DATAID>" + deep + "</INDIVIDUAL>")), UnreadableList.LIMIT);
        refused(bytes(list(one.repeat(3_001))), UnreadableList.LIMIT);
        refused(new byte[(16 << 20) + 1], UnreadableList.LIMIT);
        assertThat(ConsolidatedListReader.read(bytes(list(one.repeat(3_000)))).entries())
                .hasSize(3_000);
    }

    @Test
    void the_notice_s_address_and_white_space_are_no_content_and_a_name_is() {
        ListEntry entry = only("<FIRST_NAME>A  B</FIRST_NAME><COMMENTS1>Said. INTERPOL-UN Security Council Special"
                + " Notice web link: https://one.example/ More.</COMMENTS1><TITLE><VALUE/></TITLE>");

        assertThat(only("<COMMENTS1>Said. \n<!-- x -->INTERPOL-un special notice web link:http://two.example/x?y More."
                                + "</COMMENTS1><FIRST_NAME>\u00A0A\u202FB</FIRST_NAME><VERSIONNUM>2</VERSIONNUM>")
                        .content())
                .isEqualTo(entry.content());
        assertThat(only("<FIRST_NAME>A C</FIRST_NAME><COMMENTS1>Said. More.</COMMENTS1>")
                        .content())
                .isNotEqualTo(entry.content());
    }

    private static ListEntry only(String content) {
        return ConsolidatedListReader.read(
                        bytes(list("<INDIVIDUAL><DATAID>1</DATAID>%s</INDIVIDUAL>".formatted(content))))
                .entries()
                .getFirst();
    }

    private static ConsolidatedList counting(int entries) {
        return new ConsolidatedList(CURRENT.sha256(), CURRENT.dateGenerated(), entries, List.of());
    }

    private static void refused(byte[] bytes, String code) {
        assertThatExceptionOfType(UnreadableList.class)
                .isThrownBy(() -> ConsolidatedListReader.read(bytes))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String list(String individuals) {
        return "<CONSOLIDATED_LIST><INDIVIDUALS>%s</INDIVIDUALS></CONSOLIDATED_LIST>".formatted(individuals);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static List<?> contents(ConsolidatedList list) {
        return list.entries().stream().map(ListEntry::content).toList();
    }

    private static ConsolidatedList version(String lists, int number) {
        return ConsolidatedListReader.read(
                lists.equals("thousand") ? ListFiles.thousand(number) : ListFiles.hundred(number));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(Collectors.toList());
    }

    private static List<String> references(JsonNode array) {
        return array.valueStream()
                .map(each -> each.path("reference").stringValue())
                .collect(Collectors.toList());
    }
}
