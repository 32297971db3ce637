package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.seal.Sealer;
import org.stele.statefile.filed.Filed;
import tools.jackson.databind.JsonNode;

/** That two States name the same person: who is told, and that nobody else can tell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = {"stele.test.own-application=subjects", "stele.public-access=true"})
class SubjectsOverHttpTest extends RunningQuerySide {

    private static final Path KEY = Path.of("target", "subjects-protection-key");
    private static final MemberState HERE = MemberState.BTN;
    private static final MemberState THERE = MemberState.MUS;
    private static final FilingId FIRST = FilingId.named("first");
    private static final FilingId SECOND = FilingId.named("second");
    private static final PartialDate DAY = PartialDate.parse("2019-05-01");
    private static final DiscrepancySubject SUBJECT =
            new DiscrepancySubject(DiscrepancyCode.SUBJECT_IN_TWO_STATES, FIRST, SECOND, new TreeMap<>());
    private static final FilingId ID = SUBJECT.id(HERE);

    /** Every reader by the headers that it sends. */
    private static final Map<String, List<String>> READERS = Map.of(
            "PUBLIC", List.of("X-Real-IP", "192.0.2.1"),
            "COMMITTEE", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "chair"),
            "MSMT", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "monitor"),
            "HERE", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "signatory", "X-Stele-State", HERE.iso3()),
            "THERE", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "signatory", "X-Stele-State", THERE.iso3()),
            "AUDIT", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "auditor"),
            "CUSTODY", List.of("X-Stele-User", "staff-1", "X-Stele-Role", "custodian"));

    private static final List<String> TOLD = List.of("AUDIT", "CUSTODY");

    private long size;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) throws IOException {
        Files.deleteIfExists(KEY);
        properties.add("stele.protection-key", KEY::toString);
    }

    @BeforeAll
    void two_notices_of_one_person() {
        record(new RepatriationNoticeRecorded(HERE, FIRST, content(FIRST, "x"), DAY, null));
        record(new RepatriationNoticeRecorded(THERE, SECOND, content(SECOND, "x"), DAY, null));
        size = head();
    }

    private static NoticeContent content(FilingId notice, String tag) {
        List<SubjectRef> subjects = List.of(Filed.subject(tag));
        return new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(5),
                List.of(),
                Filed.KEY.seal(EventJson.MAPPER.writeValueAsString(subjects), notice),
                DAY,
                "PRK",
                Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);
    }

    @Test
    @Order(1)
    void without_the_key_it_is_not_computed_and_auditors_are_told_so() throws IOException {
        JsonNode page = JSON.readTree(text("AUDIT", "/api/v1/discrepancies"));

        assertThat(page.toString()).doesNotContain(ID.toString());
        assertThat(page.get("notComputed").get("SUBJECT_IN_TWO_STATES").toString())
                .isEqualTo("[\"BTN\",\"MUS\"]");
        assertThat(text("AUDIT", "/api/v1/states/BTN")).contains("\"notComputed\":[\"SUBJECT_IN_TWO_STATES\"]");
        assertThat(text("AUDIT", "/api/v1/states/BTN/due")).contains("\"notComputed\":[\"SUBJECT_IN_TWO_STATES\"]");
        assertThat(text("AUDIT", "/api/v1/due"))
                .contains("\"notComputed\":{\"SUBJECT_IN_TWO_STATES\":[\"BTN\",\"MUS\"]}");
        assertThat(text("AUDIT", "/api/v1/due.jsonl")).contains("references to subjects cannot be read");
        assertThat(text("AUDIT", "/due")).contains("names the same persons was not computed for these States");
        assertThat(text("AUDIT", "/api/v1/board"))
                .containsPattern("\"iso3\":\"BTN\"[^}]*\"notComputed\":\\[\"SUBJECT_IN_TWO_STATES\"\\]");
        assertThat(text("AUDIT", "/api/v1/board.jsonl")).contains("references to subjects cannot be read");
        assertThat(text("AUDIT", "/api/v1/states/BTN/changes")).contains("\"notComputed\":[\"SUBJECT_IN_TWO_STATES\"]");
        assertThat(text("AUDIT", "/states/BTN")).contains("One person in two States", "not computed");
        assertThat(text("AUDIT", "/api/v1/states/BTN.csv")).contains("NOT_COMPUTED");
        assertThat(text("AUDIT", "/api/v1/discrepancies.jsonl")).contains("references to subjects cannot be read");
        for (String reader : untold()) {
            assertThat(answers(reader))
                    .noneMatch(answer -> answer.contains("notComputed") || answer.contains("NOT_COMPUTED"));
        }
        Files.writeString(KEY, HexFormat.of().formatHex(new byte[Sealer.KEY_BYTES]));
    }

    private static List<String> untold() {
        return READERS.keySet().stream()
                .filter(reader -> !TOLD.contains(reader))
                .toList();
    }

    @Test
    @Order(2)
    void auditors_and_the_custodian_see_it_for_both_states_in_every_view_and_file() {
        for (String reader : TOLD) {
            JsonNode found = JSON.readTree(text(reader, "/api/v1/discrepancies?code=SUBJECT_IN_TWO_STATES"))
                    .get("discrepancies");
            assertThat(found.size()).isEqualTo(2);
            assertThat(found.get(0).toString())
                    .isEqualTo(
                            "{\"id\":\"%s\",\"code\":\"SUBJECT_IN_TWO_STATES\",\"memberState\":\"BTN\",\"filings\":[\"%s\",\"%s\"],\"positions\":[%s,%s],\"figures\":{},\"status\":\"OPEN\",\"reopened\":false,\"answers\":[]}"
                                    .formatted(ID, FIRST, SECOND, size - 1, size));
            assertThat(flags(reader, "/api/v1/states/BTN")).contains("DISCREPANCY_OPEN");
            assertThat(flags(reader, "/api/v1/states/BTN?treeSize=" + (size - 1)))
                    .doesNotContain("DISCREPANCY_OPEN");
            assertThat(flags(reader, "/api/v1/states/MUS?knownOn=2019-04-30")).doesNotContain("DISCREPANCY_OPEN");
            assertThat(text(reader, "/api/v1/states/BTN/due")).contains(ID.toString());
            assertThat(text(reader, "/states/BTN")).contains("One person in two States");
            for (String path : List.of("/api/v1/states/BTN.csv", "/api/v1/discrepancies.csv", "/api/v1/board.csv")) {
                assertThat(text(reader, path)).contains(path.contains("board") ? "DISCREPANCY_OPEN" : ID.toString());
            }
            assertThat(text(reader, "/api/v1/board"))
                    .contains("{\"iso3\":\"BTN\"")
                    .containsPattern("\"iso3\":\"BTN\"[^}]*DISCREPANCY_OPEN");
        }
    }

    @Test
    @Order(3)
    void its_change_names_the_filing_of_the_other_state_as_a_cause() {
        String from = "?from=//" + (size - 1) + "&to=//" + size;

        JsonNode changes = JSON.readTree(text("AUDIT", "/api/v1/states/BTN/changes" + from));

        assertThat(changes.get("changes").toString()).contains(ID.toString(), "flags.DISCREPANCY_OPEN");
        assertThat(changes.get("causes").get("entered").toString())
                .isEqualTo("[{\"kind\":\"NOTICE\",\"memberState\":\"MUS\",\"id\":\"%s\",\"version\":1,\"position\":%s}]"
                        .formatted(SECOND, size));
        assertThat(text("AUDIT", "/api/v1/states/BTN/changes.csv" + from)).contains("NOTICE of");
        assertThat(text("AUDIT", "/api/v1/changes?since=" + (size - 1) + "&treeSize=" + size))
                .contains("{\"iso3\":\"BTN\"", "{\"iso3\":\"MUS\"");
    }

    /** What one who is not told is answered with another person in the second notice: where that shows, it is a leak. */
    @Test
    @Order(4)
    void nobody_else_can_tell() {
        Map<String, List<String>> same = new TreeMap<>();
        untold().forEach(reader -> same.put(reader, answers(reader)));
        for (String reader : untold()) {
            assertThat(same.get(reader))
                    .noneMatch(answer -> answer.contains(ID.toString())
                            || answer.contains("SUBJECT_IN_TWO_STATES")
                            || answer.contains("One person in two States"));
            JsonNode changes =
                    JSON.readTree(text(reader, "/api/v1/states/BTN/changes?from=//" + (size - 1) + "&to=//" + size));
            assertThat(changes.get("changes").isEmpty()).isTrue();
            assertThat(changes.get("causes").get("entered").isEmpty()).isTrue();
            assertThat(text(reader, "/api/v1/changes?since=" + (size - 1) + "&treeSize=" + size))
                    .doesNotContain("\"BTN\"");
        }

        record(new RepatriationNoticeCorrected(
                THERE, SECOND, 2, content(SECOND, "another"), "Another person.", PartialDate.parse("2019-05-02")));

        assertThat(text("AUDIT", "/api/v1/states/BTN")).doesNotContain("DISCREPANCY_OPEN");
        assertThat(text("AUDIT", "/api/v1/states/BTN/changes?from=//" + size + "&to=//" + (size + 1)))
                .contains("NOTICE", ID.toString());
        for (String reader : untold()) {
            assertThat(answersOfHere(reader, size + 1)).isEqualTo(answersOfHere(reader, size));
        }
    }

    @Test
    @Order(5)
    void the_custodians_decision_is_for_those_who_are_told() {
        long before = head();
        record(new DiscrepancyResolved(HERE, ID, SUBJECT, "canary decision", LocalDate.of(2026, 11, 23)));
        long after = head();

        for (String reader : TOLD) {
            JsonNode found = JSON.readTree(text(
                            reader,
                            "/api/v1/discrepancies?code=SUBJECT_IN_TWO_STATES&treeSize=" + after
                                    + "&knownOn=2019-05-01"))
                    .get("discrepancies");
            assertThat(found.get(0).get("status").asString()).isEqualTo("OPEN");
            assertThat(text(reader, "/api/v1/events?state=BTN&after=" + before)).contains("canary decision");
            assertThat(text(reader, "/api/v1/states/BTN/changes?from=//" + before + "&to=//" + after))
                    .contains("DECISION");
        }
        for (String reader : untold()) {
            JsonNode event = JSON.readTree(text(reader, "/api/v1/events?after=" + before))
                    .get("events")
                    .get(0);
            assertThat(event.has("withheld")).isTrue();
            assertThat(event.get("type").isNull()).isTrue();
            assertThat(answers(reader)).noneMatch(answer -> answer.contains("canary decision"));
            assertThat(text(reader, "/api/v1/states/BTN/changes?from=//" + before + "&to=//" + after))
                    .doesNotContain("DECISION", "EXPLANATION");
            assertThat(answersOfHere(reader, after)).isEqualTo(answersOfHere(reader, before));
            assertThat(JSON.readTree(text(
                                    reader, "/api/v1/events?type=discrepancies.DiscrepancyResolved&after=" + before))
                            .get("events")
                            .isEmpty())
                    .isTrue();
        }
    }

    private List<String> answers(String reader) {
        return Stream.of(
                        "/api/v1/states/BTN",
                        "/api/v1/states/MUS",
                        "/states/BTN",
                        "/states/MUS",
                        "/api/v1/states/BTN/due",
                        "/api/v1/board",
                        "/api/v1/board.csv",
                        "/api/v1/discrepancies",
                        "/api/v1/discrepancies.jsonl",
                        "/api/v1/states/BTN.csv",
                        "/api/v1/states/BTN.jsonl",
                        "/api/v1/changes?since=0",
                        "/api/v1/events?limit=1000",
                        "/")
                .map(path -> text(reader, path))
                .toList();
    }

    /** Of the State whose events are the same at both sizes, without the size and the root. */
    private List<String> answersOfHere(String reader, long treeSize) {
        return Stream.of("/api/v1/states/BTN", "/api/v1/states/BTN/due", "/api/v1/discrepancies?state=BTN")
                .map(path -> text(reader, path + (path.contains("?") ? "&" : "?") + "treeSize=" + treeSize))
                .map(answer -> answer.replaceAll("\"treeSize\":\\d+", ""))
                .toList();
    }

    private String flags(String reader, String path) {
        return JSON.readTree(text(reader, path)).get("flags").toString();
    }

    private String text(String reader, String path) {
        HttpRequest.Builder request = request(path);
        List<String> headers = READERS.getOrDefault(reader, List.of());
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        var answer = send(request);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
