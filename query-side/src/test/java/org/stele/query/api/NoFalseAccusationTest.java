package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What is kept from the public never makes a State look worse: its status, figures and discrepancies are withheld then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = {"stele.test.own-application=accusation", "stele.public-access=true"})
class NoFalseAccusationTest extends RunningQuerySide {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

    @Autowired
    private TestLedger own;

    @Test
    void a_published_figure_before_a_withheld_zero_is_not_shown_as_the_last() {
        FilingId first = id();
        FilingId second = id();
        own.append(filed(MemberState.BTN, first, ObligationId.REP_MID, "2019-03-01", 10));
        long published = own.append(List.of(new AttestationPublished(MemberState.BTN, first, 1, DAY, false, null)));
        own.append(filed(MemberState.BTN, second, ObligationId.REP_FIN, "2020-03-01", 0));

        JsonNode audit = state("BTN", "");
        JsonNode outside = state("BTN", "&audience=PUBLIC");

        assertThat(audit.at("/repatriation/remaining/count").asInt()).isZero();
        assertThat(outside.at("/repatriation/status").asString()).isEqualTo("WITHHELD");
        outside.get("repatriation").values().stream()
                .filter(value -> value.isNumber())
                .forEach(number -> assertThat(number).isNull());
        assertThat(outside.at("/repatriation/remaining/count").isNull()).isTrue();
        assertThat(outside.at("/repatriation/exemptCount").isNull()).isTrue();
        assertThat(outside.at("/obligations/REP-MID/status").asString()).isEqualTo("MET_ON_TIME");
        assertThat(outside.at("/obligations/REP-FIN/status").asString()).isEqualTo("MET_ON_TIME");
        assertThat(outside.at("/obligations/REP-HALF/status").asString()).isEqualTo("UNDETERMINED");
        JsonNode board = json("/api/v1/board?audience=PUBLIC");
        assertThat(board.at("/counts/repatriation/WITHHELD").asInt()).isPositive();
        assertThat(get("/?audience=PUBLIC").body()).contains("Bhutan: Withheld", "look-withheld");
        assertThat(get("/").body()).doesNotContain("Bhutan: Withheld", "look-withheld\"");
        assertThat(get("/states/BTN?audience=PUBLIC").body())
                .contains("withheld from you")
                .doesNotContain("10 remaining, ");
        // Before the second was filed, the first was all there was.
        assertThat(json("/api/v1/states/BTN?audience=PUBLIC&treeSize=" + published)
                        .at("/repatriation/remaining/count")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void a_withheld_departure_beside_evidence_of_it_is_no_discrepancy() {
        MemberState state = MemberState.MNG;
        Sealed sealed = new Sealed("0a1b2c3d4e5f6071", "A".repeat(40));
        NoticeContent content = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(3),
                List.of(),
                sealed,
                PartialDate.parse("2019-06-05"),
                "PRK",
                Outcome.REPATRIATED,
                Mode.values()[0],
                null,
                null,
                null);
        own.append(List.of(
                new RepatriationNoticeRecorded(state, id(), content, PartialDate.parse("2019-06-10"), null),
                departed(state, "2019-06-05")));

        assertThat(discrepancies("MNG", "").get("discrepancies")).isEmpty();
        JsonNode outside = discrepancies("MNG", "&audience=PUBLIC");
        assertThat(outside.get("discrepancies")).isEmpty();
        assertThat(outside.get("withheld").toString()).isEqualTo("[\"MNG\"]");
        assertThat(state("MNG", "&audience=PUBLIC").at("/repatriation/status").asString())
                .isEqualTo("WITHHELD");
        assertThat(get("/states/MNG?audience=PUBLIC").body()).contains("1 to 4").doesNotContain(">3<");

        own.append(List.of(departed(state, "2019-09-01")));
        assertThat(discrepancies("MNG", "&status=OPEN&code=DEPARTURES_ELSEWHERE")
                        .get("discrepancies"))
                .hasSize(1);
        assertThat(discrepancies("MNG", "&status=RESOLVED").get("discrepancies"))
                .isEmpty();
        assertThat(discrepancies("MNG", "&audience=PUBLIC").get("discrepancies"))
                .isEmpty();
    }

    @Test
    void a_permanent_address_shows_the_same_until_something_is_withheld_and_then_says_so() {
        FilingId id = id();
        own.append(filed(MemberState.NPL, id, ObligationId.REP_FIN, "2020-03-01", 7));
        long size = own.append(List.of(new AttestationPublished(MemberState.NPL, id, 1, DAY, false, null)));
        String address = "/api/v1/states/NPL?effectiveOn=2020-03-22&knownOn=2020-03-22&treeSize=%s&audience=PUBLIC"
                .formatted(size);
        HttpResponse<String> first = get(address);
        own.append(List.of(departed(MemberState.NPL, "2021")));
        assertThat(get(address).body()).isEqualTo(first.body()).contains("\"count\":7");

        own.append(List.of(new AttestationWithheldAtRequest(MemberState.NPL, id, 1, DAY, null)));

        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> later = get(address, "If-None-Match", tag);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.body()).contains("\"WITHHELD\"").doesNotContain("\"count\":7");
        assertThat(get(address.replace("&audience=PUBLIC", "")).body()).contains("\"count\":7");
    }

    @Test
    void what_differs_and_what_is_due_names_no_place_of_what_is_withheld() {
        FilingId id = id();
        long before = own.reader().head();
        long after = own.append(filed(MemberState.TON, id, ObligationId.REP_FIN, "2020-03-01", 7));
        String path = "/api/v1/states/TON/changes?from=//%s&to=//%s".formatted(before, after);

        JsonNode audit = json(path);
        JsonNode outside = json(path + "&audience=PUBLIC");

        assertThat(positions(audit)).isNotEmpty().doesNotContainNull();
        assertThat(positions(outside)).isNotEmpty().containsOnlyNulls();
        assertThat(outside.get("changes").toString()).contains("WITHHELD").doesNotContain("7");
        assertThat(outside.at("/to/audience").asString()).isEqualTo("PUBLIC");
        assertThat(json("/api/v1/changes?since=%s&treeSize=%s".formatted(before, after))
                        .at("/states/0/iso3")
                        .asString())
                .isEqualTo("TON");
        assertThat(json("/api/v1/states/TON/due").get("due").toString()).contains("PERSONS_REMAINING");
        assertThat(json("/api/v1/states/TON/due?audience=PUBLIC").get("due").toString())
                .doesNotContain("PERSONS_REMAINING");
        assertThat(json("/api/v1/states/TON/due").at("/reports/NIR-2270/status").asString())
                .isEqualTo("OVERDUE");
        assertThat(get("/api/v1/changes").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/states/TON/changes?from=2019").statusCode()).isEqualTo(400);
    }

    private static List<@Nullable Long> positions(JsonNode changes) {
        return changes.at("/causes/entered")
                .valueStream()
                .map(cause -> cause.get("position"))
                .<@Nullable Long>map(position -> position.isNull() ? null : position.asLong())
                .toList();
    }

    private JsonNode state(String iso3, String more) {
        return json("/api/v1/states/%s?effectiveOn=2020-06-01&knownOn=2020-06-01%s".formatted(iso3, more));
    }

    private JsonNode discrepancies(String iso3, String more) {
        return json("/api/v1/discrepancies?state=%s%s".formatted(iso3, more));
    }

    private static FilingId id() {
        return new FilingId(UUID.randomUUID());
    }

    private static List<StateEvent> filed(
            MemberState state, FilingId id, ObligationId obligation, String received, int remaining) {
        AttestationContent content = new AttestationContent(
                new Figures(null, null, new PersonsCount(remaining), null),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                Visibility.PUBLISHED,
                null,
                null,
                null,
                List.of());
        return List.of(
                new AttestationSubmitted(state, id, obligation, content, DAY, null, null),
                new AttestationReceived(state, id, 1, PartialDate.parse(received), null, null));
    }

    private static StateEvent departed(MemberState state, String asOf) {
        return new EvidenceRecorded(
                state,
                id(),
                EvidenceKind.PRESS,
                PartialDate.parse(asOf),
                PartialDate.parse("2019-12-01"),
                new PersonsCount(8),
                false,
                "Seen at an airport.",
                null,
                EvidenceMeasure.DEPARTED,
                false,
                null);
    }
}
