package org.stele.command.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.reading.RecordedPayload;
import org.stele.command.screening.list.ListFiles;
import org.stele.command.testing.Client;
import org.stele.command.testing.FreshCommandServer;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Mark;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** The answers of outside screeners, as they come, on a ledger that has the list that they searched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenersHttpTest extends FreshCommandServer {

    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String LIST = Sha256Digest.of(ListFiles.thousand(1)).hex();
    private static final String PERSON =
            "\"subjectKind\":\"PERSON\",\"question\":\"DESIGNATION\",\"trigger\":\"PERIODIC\"";

    @BeforeEach
    void the_list_is_on_record() {
        HttpRequest.Builder request = client().request("/api/v1/list-versions")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(ListFiles.thousand(1)));
        as("registrar").forEach(request::header);
        assertThat(client().send(request).response().statusCode()).isBetween(200, 201);
    }

    @Test
    void a_batch_of_yente_is_one_event_for_each_query() {
        JsonNode sample = ScreenerSamples.one("yente-match", 0);
        List<CaseEvent> events =
                batch(sample, "\"threshold\":0.7,\"algorithm\":\"logic-v2\",\"listSha256\":\"%s\"".formatted(LIST));

        assertThat(events.get(0)).isInstanceOf(ScreeningClearedWithoutHit.class);
        ScreeningHitsRecorded one = (ScreeningHitsRecorded) events.get(1);
        assertThat(one.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.entry()).isEqualTo("KPi.501");
            assertThat(candidate.dataId()).isEqualTo(9017809L);
            assertThat(candidate.match()).isTrue();
            assertThat(candidate.features())
                    .containsOnlyKeys("name_match", "identifier_match", "dob_year_disjoint", "dob_day_disjoint");
        });
        assertThat(one.marks()).isEmpty();
        assertThat(one.settings().limit()).isEqualTo(5);
        assertThat(Objects.requireNonNull(one.listVersion()).hex()).isEqualTo(LIST);
        ScreeningHitsRecorded many = (ScreeningHitsRecorded) events.get(2);
        assertThat(many.marks()).containsExactly(Mark.RESULT_MAY_BE_CUT);
        assertThat(many.candidates())
                .extracting(Candidate::entry)
                .containsExactly("KPi.511", "KPi.512", "KPi.513", "KPi.514", "KPi.515");
        assertThat(events.get(3)).isInstanceOf(ScreeningHitsRecorded.class);
    }

    @Test
    void a_batch_is_repeated_with_the_same_receipts() {
        Map<String, String> headers = as("screening-analyst", "NOR");
        String body = batchBody(ScreenerSamples.one("yente-match", 0), "\"threshold\":0.7");

        JsonNode first = client().recorded(SCREENINGS + "?format=yente", headers, body);
        long head = ledger().head();

        assertThat(client().recorded(SCREENINGS + "?format=yente", headers, body))
                .isEqualTo(first);
        assertThat(ledger().head()).isEqualTo(head);
    }

    @Test
    void a_batch_is_recorded_whole_or_not_at_all() {
        Map<String, String> headers = as("screening-analyst", "NOR");
        JsonNode sample = ScreenerSamples.one("yente-match", 0);
        String body = batchBody(sample, "\"threshold\":0.7");
        long before = ledger().head();

        JsonNode refused = client().refused(
                        404,
                        SCREENINGS + "?format=yente",
                        headers,
                        withLast(body, "\"screening\":\"" + UUID.randomUUID() + "\""));
        assertThat(refused.path("detail").stringValue()).startsWith("subjects[");
        assertThat(ledger().head()).isEqualTo(before);

        JsonNode receipts =
                client().recorded(SCREENINGS + "?format=yente", headers, body).path("receipts");
        assertThat(receipts).hasSize(sample.at("/response/body/responses").size());
        for (int index = 0; index < receipts.size(); index++) {
            assertThat(receipts.path(index).path("position").longValue()).isEqualTo(before + 1 + index);
            assertThat(event(receipts.path(index)).screening().toString())
                    .isEqualTo(receipts.path(index).path("id").stringValue());
        }
    }

    /** The body with more said of the last subject. */
    private static String withLast(String body, String more) {
        int last = body.lastIndexOf("\"subject\":");
        return body.substring(0, last) + more + "," + body.substring(last);
    }

    @Test
    void every_version_of_yente_gives_the_same_scores() {
        for (int index : List.of(1, 2, 3)) {
            JsonNode answer = ScreenerSamples.one("yente-match", index).at("/response/body");
            CaseEvent event = recorded("yente", answer, "\"threshold\":0.7");
            assertThat(((ScreeningHitsRecorded) event).candidates())
                    .extracting(Candidate::match)
                    .containsExactly(true, false);
            assertThat(((ScreeningHitsRecorded) event).candidates().get(1).features())
                    .containsOnlyKeys("name_match", "country_mismatch");
            assertThat(((ScreeningHitsRecorded) event).settings().algorithm()).isNull();
            assertThat(((ScreeningHitsRecorded) event).listVersion()).isNull();
        }
        assertThat(recorded("yente", ScreenerSamples.one("yente-match", 4).at("/response/body"), "\"threshold\":0.7"))
                .isInstanceOf(ScreeningClearedWithoutHit.class);
    }

    @Test
    void a_screener_that_refused_left_no_clear() {
        for (String screener : List.of("yente-match 5", "yente-match 6", "watchman-search 7")) {
            String[] name = screener.split(" ", -1);
            CaseEvent event = recorded(
                    name[0].startsWith("y") ? "yente" : "watchman",
                    ScreenerSamples.one(name[0], Integer.parseInt(name[1])).at("/response/body"),
                    "\"threshold\":0.7");
            assertThat(event).as(screener).isInstanceOfSatisfying(ScreeningFailed.class, failed -> {
                assertThat(failed.reasonCode()).isEqualTo("SCREENER-REFUSED");
                assertThat(failed.detail()).isNull();
            });
        }
    }

    @Test
    void what_is_no_answer_of_a_search_is_refused() {
        for (String screener : List.of("yente-match 7", "yente-match 8", "watchman-search 8", "watchman-search 9")) {
            String[] name = screener.split(" ", -1);
            String format = name[0].startsWith("y") ? "yente" : "watchman";
            JsonNode answer =
                    ScreenerSamples.one(name[0], Integer.parseInt(name[1])).at("/response/body");
            assertThat(client().refused(
                                    400,
                                    SCREENINGS + "?format=" + format,
                                    as("screening-analyst", "NOR"),
                                    body(answer, "\"threshold\":0.7"))
                            .at("/errors/0/field")
                            .stringValue())
                    .isEqualTo("answer");
        }
        client().refused(
                        400,
                        SCREENINGS + "?format=senzing",
                        as("screening-analyst", "NOR"),
                        body(ScreenerSamples.one("yente-match", 1).at("/response/body"), "\"threshold\":0.7"));
    }

    @Test
    void watchman_s_null_is_no_hit_and_its_list_is_known_by_the_digest_of_its_digest() {
        CaseEvent event = recorded(
                "watchman",
                ScreenerSamples.one("watchman-search", 0).at("/response/body"),
                "\"threshold\":0.85,\"limit\":10,\"listInfo\":"
                        + ScreenerSamples.one("watchman-search", 8).at("/response/body"));

        assertThat(event).isInstanceOfSatisfying(ScreeningClearedWithoutHit.class, cleared -> {
            assertThat(Objects.requireNonNull(cleared.listVersion()).hex()).isEqualTo(LIST);
            assertThat(cleared.settings().version()).isEqualTo("v0.66.0");
        });
    }

    @Test
    void watchman_s_candidates_are_hits_from_the_threshold_on() {
        ScreeningHitsRecorded ten = (ScreeningHitsRecorded) recorded(
                "watchman",
                ScreenerSamples.one("watchman-search", 2).at("/response/body"),
                "\"threshold\":0.8,\"limit\":10,\"listSha256\":\"%s\"".formatted(LIST));
        assertThat(ten.candidates()).hasSize(10);
        assertThat(ten.candidates().stream().filter(each -> Boolean.TRUE.equals(each.match())))
                .hasSize(7);
        assertThat(ten.marks()).containsExactly(Mark.RESULT_MAY_BE_CUT);
        assertThat(recorded(
                        "watchman",
                        ScreenerSamples.one("watchman-search", 3).at("/response/body"),
                        "\"threshold\":0.85"))
                .isInstanceOf(ScreeningClearedWithoutHit.class);
        ScreeningHitsRecorded spaced = (ScreeningHitsRecorded) recorded(
                "watchman",
                ScreenerSamples.one("watchman-search", 5).at("/response/body"),
                "\"threshold\":0.85,\"listSha256\":\"%s\"".formatted(LIST));
        assertThat(spaced.candidates()).extracting(Candidate::entry).containsExactly("KPe.525");
        assertThat(spaced.marks()).isEmpty();
        assertThat(((ScreeningHitsRecorded) recorded(
                                "watchman",
                                ScreenerSamples.one("watchman-search", 6).at("/response/body"),
                                "\"threshold\":0.85"))
                        .candidates()
                        .getFirst()
                        .features())
                .containsOnlyKeys("name", "identifiers");
    }

    @Test
    void nothing_personal_of_an_answer_is_recorded() {
        for (String name : List.of("yente-match", "watchman-search")) {
            JsonNode cases = ScreenerSamples.all(name).path("cases");
            for (int index : name.startsWith("y") ? List.of(0, 1, 2, 3) : List.of(1, 2, 3, 4, 5, 6)) {
                JsonNode sample = cases.path(index);
                long before = ledger().head();
                if (index == 0) {
                    batch(sample, "\"threshold\":0.7");
                } else {
                    recorded(
                            name.startsWith("y") ? "yente" : "watchman",
                            sample.at("/response/body"),
                            "\"threshold\":0.7");
                }
                String bytes = bytesAfter(before);
                assertThat(ScreenerSamples.personal(sample.at("/response/body")))
                        .as(name + " " + index)
                        .isNotEmpty()
                        .noneMatch(bytes::contains);
            }
        }
    }

    private List<CaseEvent> batch(JsonNode sample, String stated) {
        JsonNode receipts = client().recorded(
                        SCREENINGS + "?format=yente", as("screening-analyst", "NOR"), batchBody(sample, stated))
                .path("receipts");
        List<CaseEvent> events = new ArrayList<>();
        receipts.forEach(receipt -> events.add(event(receipt)));
        return events;
    }

    private static String batchBody(JsonNode sample, String stated) {
        Map<String, Object> subjects = new LinkedHashMap<>();
        for (String key : sample.at("/response/body/responses").propertyNames()) {
            subjects.put(
                    key,
                    Map.of(
                            "subject",
                            UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                    .toString()));
        }
        return "{%s,\"subjects\":%s,%s,\"answer\":%s}"
                .formatted(PERSON, Client.JSON.writeValueAsString(subjects), stated, sample.at("/response/body"));
    }

    private CaseEvent recorded(String format, JsonNode answer, String stated) {
        return event(client().recorded(
                        SCREENINGS + "?format=" + format, as("screening-analyst", "NOR"), body(answer, stated)));
    }

    private static String body(JsonNode answer, String stated) {
        return "{\"subject\":\"%s\",%s,%s,\"answer\":%s}".formatted(UUID.randomUUID(), PERSON, stated, answer);
    }

    private CaseEvent event(JsonNode receipt) {
        StoredEvent stored =
                Objects.requireNonNull(ledger().at(receipt.path("position").longValue()));
        return (CaseEvent) Objects.requireNonNull(RecordedPayload.of(stored));
    }

    private String bytesAfter(long before) {
        StringBuilder bytes = new StringBuilder();
        for (long position = before + 1; position <= ledger().head(); position++) {
            bytes.append(
                    new String(Objects.requireNonNull(ledger().at(position)).body(), StandardCharsets.UTF_8));
        }
        return bytes.toString().toLowerCase(Locale.ROOT);
    }
}
