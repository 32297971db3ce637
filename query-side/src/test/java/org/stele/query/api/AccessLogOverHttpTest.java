package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.custody.CustodyMatter;
import org.stele.identity.IdentityMigration;
import org.stele.identity.accesslog.AccessChain;
import org.stele.identity.accesslog.AccessEntry;
import org.stele.identity.accesslog.AccessEntry.What;
import org.stele.identity.accesslog.AccessRows;
import org.stele.identity.accesslog.HourDigest;
import org.stele.query.accesslog.AccessLogCheck;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** Who may read the access log, and what it says once somebody changed it. It has an application of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "stele.test.own-application=access-log")
class AccessLogOverHttpTest extends RunningQuerySide {

    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    @Autowired
    private TestLedger own;

    @BeforeAll
    void fill() {
        IdentityMigration.migrate(own.database().owner());
        AccessRows rows = new AccessRows(own.database().command());
        rows.append(entries(6));
        HourDigest hour = new AccessChain(rows).next(null, FAR).orElseThrow();
        own.append(List.of(new AccessLogDigested(
                CustodyMatter.ACCESS_LOG, hour.hour(), hour.first(), hour.last(), hour.digest(), hour.lastHash())));
        rows.append(entries(3));
    }

    private static List<AccessEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AccessEntry(
                        Instant.EPOCH,
                        What.READ,
                        AccessEntry.DONE,
                        "NOR-PM-" + i,
                        "signatory",
                        "NOR",
                        "/screenings/" + i,
                        null))
                .toList();
    }

    @Test
    @Order(1)
    void an_auditor_reads_it_page_by_page() {
        JsonNode first = json("/api/v1/access-log?limit=5");
        assertThat(first.get("entries")).hasSize(5);
        assertThat(first.get("next").asLong()).isEqualTo(5);
        assertThat(first.at("/entries/0/staffId").asString()).isEqualTo("NOR-PM-0");
        assertThat(first.at("/entries/0/address").asString()).isEqualTo("/screenings/0");
        JsonNode rest = json("/api/v1/access-log?limit=5&after=5");
        assertThat(rest.get("entries")).hasSize(4);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(json("/api/v1/access-log?from=2999-01-01").get("entries")).isEmpty();
        assertThat(json("/api/v1/access-log?to=2000-01-01T00:00:00Z").get("entries"))
                .isEmpty();
        assertThat(get("/api/v1/access-log").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(get("/access-log").body()).contains("NOR-PM-2, Signatory, NOR", "/screenings/2");
    }

    @Test
    @Order(2)
    void the_check_agrees_with_the_digest_on_record() {
        JsonNode check = json("/api/v1/access-log/check");
        assertThat(check.get("sound").asBoolean()).isTrue();
        assertThat(check.get("rowCount").asLong()).isEqualTo(9);
        assertThat(check.get("digestedRows").asLong()).isEqualTo(6);
        assertThat(get("/access-log?check=1").body()).contains("All 9 rows are as they were written", "up to row 6");
        assertThat(AccessLogCheck.run(
                                own.database().projection(), own.database().query())
                        .text())
                .isEqualTo(
                        "access log: 9 rows agree with each other, 6 of them with the 1 digests that the ledger holds");
    }

    @Test
    @Order(3)
    void others_and_wrong_parameters_are_refused_with_words() {
        for (String role : List.of("registrar", "chair", "monitor")) {
            var answer = send(
                    request("/api/v1/access-log").header("X-Stele-User", "x").header("X-Stele-Role", role));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("role-not-allowed");
        }
        assertThat(get("/api/v1/access-log", "X-Forwarded-For", "192.0.2.1").statusCode())
                .isEqualTo(401);
        assertThat(get("/access-log", "X-Forwarded-For", "192.0.2.1").statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/access-log?from=yesterday").body()).contains("Expected a day such as 2026-11-30");
        assertThat(get("/api/v1/access-log?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/access-log?who=me").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(4)
    void a_changed_row_is_named_by_the_page_the_api_and_fsck() {
        JdbcClient superuser = JdbcClient.create(own.database().superuser());
        superuser.sql("ALTER TABLE access_log.entry DISABLE TRIGGER ALL").update();
        superuser
                .sql("UPDATE access_log.entry SET staff_id = 'SWE-PM-1' WHERE number = 4")
                .update();

        assertThat(json("/api/v1/access-log/check").get("wrong").asString()).contains("row 4 is not as it was written");
        assertThat(get("/access-log?check=1").body()).contains("The log is not as it was written: row 4");
        AccessLogCheck.Report report =
                AccessLogCheck.run(own.database().projection(), own.database().query());
        assertThat(report.sound()).isFalse();
        assertThat(report.text()).startsWith("access log: row 4 is not as it was written");
    }
}
