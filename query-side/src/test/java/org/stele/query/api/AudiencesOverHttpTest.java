package org.stele.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.query.api.PlantedEvents.Planted;
import org.stele.query.api.PlantedEvents.Reader;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** Who sees which event: the table of rules, section 4.8, over every way out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = {"stele.test.own-application=audiences", "stele.public-access=true"})
class AudiencesOverHttpTest extends RunningQuerySide {

    @TempDir
    static Path home;

    @Autowired
    private TestLedger own;

    private PlantedEvents planted;
    private long before;
    private long unknown;
    private long head;

    /** Everybody is told that something was erased. */
    private static final Set<String> TOLD = Set.of("custody.SubjectKeyShredded", "custody.EventRedacted");

    @BeforeAll
    void plant() {
        before = own.reader().head();
        planted = new PlantedEvents(own);
        planted.plant();
        unknown = own.appendUnknown("elsewhere.Unknown", null);
        head = unknown;
        TestSigning signing = new TestSigning(home);
        try (CheckpointSigner signer = signing.start(own.database(), signing.keys("key"), Duration.ofHours(1))) {
            TestSigning.awaitSigned(own.database());
        }
    }

    @Test
    void the_table_has_every_type_of_event_in_every_version() {
        Set<String> stored = Stream.concat(
                        EventTypes.all().stream().map(type -> EventTypes.name(type) + "-" + EventTypes.version(type)),
                        Upcasting.all().stream().map(older -> EventTypes.name(older.type()) + "-" + older.version()))
                .collect(Collectors.toSet());

        assertThat(PlantedEvents.goldens()).containsAll(stored);
    }

    @ParameterizedTest
    @EnumSource
    void each_reader_sees_whole_what_the_table_says_and_of_the_rest_what_the_public_log_has(Reader reader) {
        List<String> wrong = new ArrayList<>();
        JsonNode events = events(reader, "/api/v1/events?limit=1000&after=" + before);
        for (Planted one : planted.all()) {
            JsonNode event = events.get((int) (one.position() - before - 1));
            boolean isWhole = !event.has("withheld");
            if (isWhole != one.whole().contains(reader)) {
                wrong.add("%s of %s: whole %s".formatted(one.position(), one.golden(), isWhole));
            }
            assertThat(event.get("leafHash").asString()).hasSize(64);
            assertThat(event.get("type").isNull()).isEqualTo(!isWhole && !TOLD.contains(one.type()));
            assertThat(event.get("payload").isNull()).isEqualTo(!isWhole);
            assertThat(event.get("metadata").isEmpty() || isWhole).isTrue();
        }

        assertThat(wrong).isEmpty();
        assertThat(events.get((int) (unknown - before - 1)).has("withheld")).isEqualTo(reader != Reader.AUDIT);
    }

    @ParameterizedTest
    @EnumSource
    void a_filter_by_type_finds_no_event_that_is_withheld(Reader reader) {
        for (String type : planted.all().stream().map(Planted::type).collect(Collectors.toSet())) {
            List<Long> expected = planted.all().stream()
                    .filter(one -> one.type().equals(type) && one.whole().contains(reader))
                    .map(Planted::position)
                    .toList();
            String path = "/api/v1/events?limit=1&type=%s&treeSize=%s&after=".formatted(type, head);
            List<Long> found = new ArrayList<>();
            JsonNode after = JSON.getNodeFactory().numberNode(before);
            while (!after.isNull()) {
                JsonNode page = JSON.readTree(text(reader, path + after.asLong()));
                page.get("events")
                        .values()
                        .forEach(event -> found.add(event.get("position").asLong()));
                after = page.get("next");
            }

            assertThat(found).as(type).isEqualTo(expected);
            assertThat(text(reader, "/events?type=%s&after=%s".formatted(type, before)))
                    .contains(expected.isEmpty() ? "No entry matches" : "id=\"entry-" + expected.getFirst() + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_opening_of_an_event_is_for_whom_sees_it_whole(Reader reader) {
        for (Planted one : planted.all()) {
            HttpResponse<String> opening = send(as(reader, "/api/v1/events/" + one.position() + "/opening"));
            assertThat(opening.statusCode())
                    .as("%s of %s", one.position(), one.golden())
                    .isEqualTo(one.whole().contains(reader) ? 200 : 403);
            JsonNode event = JSON.readTree(text(reader, "/api/v1/events/" + one.position()));
            assertThat(event.get("payload").isNull()).isEqualTo(!one.whole().contains(reader));
        }
        assertThat(send(as(reader, "/api/v1/events/" + (head + 1))).body()).contains("unknown-event");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_kept_from_a_reader_is_in_any_answer(Reader reader) throws Exception {
        String all = everyWayOut(reader);

        assertThat(planted.keptFrom(reader)).noneMatch(all::contains);
        planted.all().stream()
                .filter(one -> one.whole().contains(reader))
                .filter(one ->
                        text(Reader.OWN, "/api/v1/events/" + one.position()).contains(one.canary()))
                .forEach(one -> assertThat(all).as(one.golden()).contains(one.canary()));
    }

    @Test
    void nothing_of_the_planted_State_is_held_back() {
        assertThat(json("/api/v1/states/BTN").get("heldBack").isNull()).isTrue();
    }

    @Test
    void a_view_names_its_audience_and_a_question_for_another_is_refused() {
        for (Reader reader : Reader.values()) {
            JsonNode view = JSON.readTree(text(reader, "/api/v1/states/BTN")).get("view");
            assertThat(view.get("audience").asString()).isEqualTo(name(reader));
        }
        for (Reader reader : EnumSet.of(Reader.PUBLIC, Reader.AUDIT, Reader.COMMITTEE)) {
            assertThat(text(reader, "/api/v1/board?audience=PUBLIC")).contains("\"audience\":\"PUBLIC\"");
        }
        for (Reader reader : EnumSet.of(Reader.OWN, Reader.OTHER, Reader.MSMT, Reader.CUSTODY)) {
            HttpResponse<String> refused = send(as(reader, "/api/v1/board?audience=PUBLIC"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("audience-not-allowed");
        }
        assertThat(get("/api/v1/board?audience=AUDIT").statusCode()).isEqualTo(400);
        assertThat(get("/states/BTN?audience=public").statusCode()).isEqualTo(400);
    }

    @Test
    void looking_as_the_public_does_gives_what_the_public_gets() {
        for (String path : List.of(
                "/api/v1/states/BTN?treeSize=" + head,
                "/api/v1/states/BTN/due?treeSize=" + head,
                "/api/v1/due?treeSize=" + head,
                "/api/v1/discrepancies?treeSize=" + head,
                "/api/v1/changes?since=0&treeSize=" + head,
                "/api/v1/screenings?treeSize=" + head,
                "/api/v1/list-versions?treeSize=" + head,
                "/api/v1/events?limit=1000&after=" + before)) {
            assertThat(get(path + "&audience=PUBLIC").body()).isEqualTo(text(Reader.PUBLIC, path));
        }
        String page = get("/states/BTN?audience=PUBLIC").body();
        assertThat(page)
                .contains("look as yourself again", "<input type=\"hidden\" name=\"audience\" value=\"PUBLIC\">")
                .containsPattern("href=\"/events\\?[^\"]*audience=PUBLIC")
                .contains("/evidence.zip?audience=PUBLIC");
        assertThat(get("/states/BTN").body()).contains("look as the public does");
        assertThat(text(Reader.PUBLIC, "/states/BTN")).doesNotContain("audience=PUBLIC", "look as");
    }

    @Test
    void entity_tags_of_two_audiences_differ() {
        Set<String> tags = new TreeSet<>();
        for (Reader reader : Reader.values()) {
            HttpResponse<String> answer = send(as(reader, "/api/v1/states/BTN?treeSize=" + head));
            tags.add(answer.headers().firstValue("ETag").orElseThrow());
        }
        assertThat(tags).hasSize(Reader.values().length);
    }

    private String everyWayOut(Reader reader) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/api/v1/events?limit=1000&after=" + before,
                "/events?limit=500&after=" + before,
                "/states/BTN",
                "/states/BTN?effectiveOn=2020-12-31&knownOn=2020-12-31",
                "/api/v1/states/BTN",
                "/api/v1/states/BTN/due",
                "/api/v1/states/BTN/due.csv",
                "/api/v1/due",
                "/api/v1/due.jsonl?state=BTN",
                "/due?state=BTN",
                "/screenings?state=BTN",
                "/screenings/due",
                "/screenings/pairings",
                "/list-versions",
                "/api/v1/states/BTN/changes?from=//" + before + "&to=2020-12-31//",
                "/api/v1/changes?since=" + before,
                "/api/v1/discrepancies?state=BTN",
                "/api/v1/board",
                "/api/v1/board.csv",
                "/api/v1/states/BTN.csv",
                "/api/v1/states/BTN.jsonl?effectiveOn=2020-12-31&knownOn=2020-12-31",
                "/api/v1/states/BTN/changes.csv?from=//" + before + "&to=2020-12-31//",
                "/api/v1/discrepancies.jsonl?state=BTN",
                "/api/v1/screenings?state=BTN",
                "/api/v1/screenings.csv",
                "/api/v1/screenings/due",
                "/api/v1/screenings/pairings",
                "/api/v1/list-versions",
                "/",
                "/events?type=nothing",
                "/api/v1/events/" + planted.all().getFirst().position() + "/proof")) {
            HttpResponse<String> answer = send(as(reader, path));
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            all.append(answer.body());
        }
        all.append(send(as(reader, "/api/v1/events?after=" + before).header("Accept", "application/jsonl"))
                .body());
        all.append(unzipped(as(reader, "/api/v1/states/BTN/evidence.zip").build()));
        all.append(unzipped(as(reader, "/api/v1/evidence.zip").build()));
        all.append(unzipped(as(reader, "/api/v1/states/BTN.xlsx").build()));
        all.append(unzipped(as(reader, "/api/v1/screenings.xlsx").build()));
        return all.toString();
    }

    private String unzipped(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> bundle = http().send(request, BodyHandlers.ofByteArray());
        assertThat(bundle.statusCode()).isEqualTo(200);
        StringBuilder members = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle.body()))) {
            while (zip.getNextEntry() != null) {
                members.append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        return members.toString();
    }

    private JsonNode events(Reader reader, String path) {
        return JSON.readTree(text(reader, path)).get("events");
    }

    private String text(Reader reader, String path) {
        HttpResponse<String> answer = send(as(reader, path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String name(Reader reader) {
        return switch (reader) {
            case OWN -> "STATE BTN";
            case OTHER -> "STATE NOR";
            default -> reader.name();
        };
    }

    private HttpRequest.Builder as(Reader reader, String path) {
        HttpRequest.Builder request = request(path);
        return switch (reader) {
            case PUBLIC -> request.header("X-Real-IP", "192.0.2.1");
            case COMMITTEE -> as(request, "registrar");
            case MSMT -> as(request, "monitor");
            case AUDIT -> as(request, "auditor");
            case CUSTODY -> as(request, "custodian");
            case OWN -> as(request, "signatory").header("X-Stele-State", "BTN");
            case OTHER -> as(request, "focal-point").header("X-Stele-State", "NOR");
        };
    }

    private static HttpRequest.Builder as(HttpRequest.Builder request, String role) {
        return request.header("X-Stele-User", "staff-1").header("X-Stele-Role", role);
    }
}
