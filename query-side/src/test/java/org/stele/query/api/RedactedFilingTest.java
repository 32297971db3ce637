package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sha256Digest;
import org.stele.events.SourceReference;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.EventRedacted;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.eventstore.damage.DamagedPlace;
import org.stele.eventstore.damage.Redactions;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What a body that was removed by order means for views: its facts are gone at every size, and that is said. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = {"stele.test.own-application=redactions", "stele.public-access=true"})
class RedactedFilingTest extends RunningQuerySide {

    private static final MemberState STATE = MemberState.BTN;
    private static final FilingId NOTICE = FilingId.named("redacted");
    private static final FilingId KEPT = FilingId.named("kept");
    private static final PartialDate DAY = PartialDate.parse("2019-05-01");
    private static final String CANARY = "Canary of a name";

    @Autowired
    private TestLedger ledger;

    private long recordedAt;
    private long orderedAt;
    private String statusBefore = "";

    @BeforeAll
    void a_notice_with_a_name_in_it_and_its_correction() {
        statusBefore = status("/api/v1/states/BTN");
        record(new RepatriationNoticeRecorded(
                STATE, NOTICE, content(4), DAY, new SourceReference(CANARY, null, null, null)));
        recordedAt = head();
        record(new RepatriationNoticeCorrected(STATE, NOTICE, 2, content(5), "Five.", DAY));
        assertThat(status("/api/v1/states/BTN")).isNotEqualTo(statusBefore);
        until(() -> text("/events?after=" + (recordedAt - 1) + "&limit=1").contains(CANARY));
    }

    private static NoticeContent content(int count) {
        return new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(count),
                List.of(),
                null,
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
    void an_order_takes_the_facts_out_of_every_view_before_the_body_is_removed() throws SQLException {
        order(recordedAt);
        orderedAt = head();

        until(() -> status("/api/v1/states/BTN").equals(statusBefore));
        assertGone();
    }

    @Test
    @Order(2)
    void after_the_removal_live_view_and_replay_agree() throws SQLException {
        assertThat(new Redactions(ledger.database().command()).carryOut()).containsExactly(recordedAt);

        assertGone();
        assertThat(status("/api/v1/states/BTN?treeSize=" + head())).isEqualTo(status("/api/v1/states/BTN"));
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/board").statusCode()).isEqualTo(200);
    }

    private void assertGone() {
        for (long size : new long[] {recordedAt, recordedAt + 1, head()}) {
            String path = "/api/v1/states/BTN?treeSize=" + size;
            assertThat(status(path)).isEqualTo(statusBefore);
            JsonNode omitted = json(path).path("omitted");
            assertThat(omitted.get(0).toString())
                    .isEqualTo("{\"position\":%s,\"redactedBy\":%s}".formatted(recordedAt, orderedAt));
            assertThat(json(path).has("heldBack") && !json(path).get("heldBack").isNull())
                    .isFalse();
        }
        assertThat(json("/api/v1/states/BTN").path("omitted").get(1).toString())
                .isEqualTo("{\"position\":%s}".formatted(recordedAt + 1));
        assertThat(text("/states/BTN"))
                .contains("An event whose body was removed by order", "An event that rests on a removed one")
                .doesNotContain(CANARY);
        JsonNode event = json("/api/v1/events/" + recordedAt);
        assertThat(event.path("payload").isNull()).isTrue();
        assertThat(event.path("damage").path("status").stringValue()).isEqualTo("REDACTED");
        assertThat(event.path("damage").path("acceptedIn").longValue()).isEqualTo(orderedAt);
        assertThat(text("/events?after=" + (recordedAt - 1) + "&limit=1"))
                .contains("removed by order")
                .doesNotContain(CANARY);
        assertThat(get("/api/v1/events/" + recordedAt + "/opening").statusCode())
                .isEqualTo(410);
        JsonNode order = json("/api/v1/events/" + orderedAt);
        assertThat(order.path("type").stringValue()).isEqualTo("custody.EventRedacted");
    }

    @Test
    @Order(3)
    void a_record_that_comes_later_is_folded_and_its_facts_count() {
        record(new RepatriationNoticeRecorded(STATE, KEPT, content(3), DAY, null));

        assertThat(status("/api/v1/states/BTN")).isNotEqualTo(statusBefore);
        until(() -> text("/states/BTN").contains("recorded"));
    }

    private String status(String path) {
        return json(path).path("repatriation").toString();
    }

    private String text(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private void order(long position) throws SQLException {
        EventRedacted order;
        try (Connection connection = ledger.database().bodies().getConnection()) {
            order = new EventRedacted(
                    CustodyMatter.REDACTION,
                    CustodyMatter.REDACTION.idAt(position),
                    position,
                    new Sha256Digest(Objects.requireNonNull(ledger.reader().at(position))
                            .leafHash()
                            .hex()),
                    new Sha256Digest(
                            DamagedPlace.redactedSha256(connection, position).hex()),
                    "It names a person.",
                    "staff-1",
                    "staff-2");
        }
        ledger.append(List.of(order));
    }
}
