package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What a State asked to withhold is given only to readers who may see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = "stele.test.own-application=withheld")
class WithheldOverHttpTest extends RunningQuerySide {

    private static final String SECRET = "only for the Committee";
    private static final MemberState STATE = MemberState.BTN;

    @Autowired
    private TestLedger own;

    private final LocalDate today = LocalDate.of(2026, 11, 20);

    @Test
    void a_filing_that_was_withheld_from_the_start_is_shown_to_whom_may_read_it_alone() throws Exception {
        FilingId id = id();
        long last = own.append(
                List.of(submitted(id, Visibility.WITHHELD), received(id), amended(id, Visibility.PUBLISHED)));

        for (String[] reader :
                new String[][] {null, {"signatory", "NOR"}, {"focal-point", "SWE"}, {"screening-analyst", "RUS"}}) {
            assertThat(everyWayOut(last - 2, last, reader)).doesNotContain(SECRET);
            assertThat(opening(last - 2, reader).statusCode()).isEqualTo(403);
            assertThat(opening(last, reader).body()).contains("event-withheld");
        }
        for (String[] reader : new String[][] {
            {"registrar"},
            {"chair"},
            {"monitor"},
            {"auditor"},
            {"custodian"},
            {"signatory", "BTN"},
            {"focal-point", "BTN"}
        }) {
            assertThat(everyWayOut(last - 2, last, reader)).contains(SECRET);
            assertThat(opening(last - 2, reader).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_is_withheld_says_so_and_keeps_its_place_and_hashes() {
        FilingId id = id();
        long last = own.append(List.of(submitted(id, Visibility.WITHHELD), clarification(id)));

        JsonNode events = json("/api/v1/events?after=" + (last - 2)).get("events");

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.get("withheld").asBoolean()).isTrue();
            assertThat(event.get("payload").isNull()).isTrue();
            assertThat(event.get("metadata")).isEmpty();
            assertThat(event.get("leafHash").asString()).hasSize(64);
            assertThat(event.get("state").asString()).isEqualTo("BTN");
        });
        assertThat(get("/events?after=" + (last - 2)).body()).contains("The State asked that this be withheld.");
    }

    @Test
    void a_filing_is_withheld_with_all_that_came_before_and_shown_again_once_it_is_published() throws Exception {
        FilingId id = id();
        FilingId neighbour = id();
        long first = own.append(List.of(
                        submitted(id, Visibility.PUBLISHED), submitted(neighbour, Visibility.PUBLISHED), received(id)))
                - 2;
        assertThat(opening(first, null).statusCode()).isEqualTo(200);

        long withheld = own.append(List.of(new AttestationWithheldAtRequest(STATE, id, 1, today, null)));
        assertThat(List.of(
                        opening(first, null).statusCode(),
                        opening(first + 1, null).statusCode(),
                        opening(first + 2, null).statusCode(),
                        opening(withheld, null).statusCode()))
                .containsExactly(403, 200, 403, 403);
        assertThat(get("/api/v1/events?limit=1&treeSize=" + first + "&after=" + (first - 1))
                        .body())
                .doesNotContain(SECRET);

        own.append(List.of(new AttestationPublished(STATE, id, 1, today, false, null)));
        assertThat(opening(first, null).statusCode()).isEqualTo(200);
        assertThat(opening(withheld, null).statusCode()).isEqualTo(200);
    }

    @Test
    void a_forwarded_request_names_no_role() {
        HttpResponse<String> answer = send(request("/api/v1/events?limit=1")
                .header("X-Stele-User", "a")
                .header("X-Stele-Role", "auditor")
                .header("X-Forwarded-For", "127.0.0.1"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(send(request("/api/v1/events?limit=1").header("X-Stele-Role", "auditor"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** The text of all answers that could hold the events after a position, up to another. */
    private String everyWayOut(long first, long last, String @Nullable [] reader) throws Exception {
        String range = "?after=" + (first - 1) + "&treeSize=" + last;
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/api/v1/events" + range,
                "/events" + range,
                "/events?state=BTN&type=attestation.AttestationSubmitted",
                "/states/BTN",
                "/states/BTN?effectiveOn=2026-11-20&knownOn=2026-11-20",
                "/api/v1/states/BTN",
                "/api/v1/board",
                "/")) {
            all.append(send(as(reader, request(path))).body());
        }
        all.append(send(as(reader, request("/api/v1/events" + range)).header("Accept", "application/jsonl"))
                .body());
        return all.toString();
    }

    private HttpResponse<String> opening(long position, String @Nullable [] reader) {
        return send(as(reader, request("/api/v1/events/" + position + "/opening")));
    }

    private static HttpRequest.Builder as(String @Nullable [] reader, HttpRequest.Builder request) {
        if (reader != null) {
            request.header("X-Stele-User", "staff-1").header("X-Stele-Role", reader[0]);
            if (reader.length > 1) {
                request.header("X-Stele-State", reader[1]);
            }
        }
        return request;
    }

    private static FilingId id() {
        return FilingId.parse(UUID.randomUUID().toString());
    }

    private StateEvent submitted(FilingId id, Visibility visibility) {
        return new AttestationSubmitted(STATE, id, ObligationId.REP_FIN, content(visibility), today, null, null);
    }

    private StateEvent amended(FilingId id, Visibility visibility) {
        return new AttestationAmended(STATE, id, 2, content(visibility), SECRET, today, null, null);
    }

    private StateEvent received(FilingId id) {
        return new AttestationReceived(STATE, id, 1, PartialDate.parse("2026-11-20"), null, null);
    }

    private StateEvent clarification(FilingId id) {
        return new ClarificationRequested(STATE, id, id(), SECRET, today, null, null);
    }

    private static AttestationContent content(Visibility visibility) {
        Figures workers = new Figures(new Baseline(new PersonsCount(4711), BaselineBasis.PERSONS), null, null, null);
        return new AttestationContent(
                workers, null, null, null, null, false, false, false, visibility, SECRET, null, SECRET, List.of());
    }
}
