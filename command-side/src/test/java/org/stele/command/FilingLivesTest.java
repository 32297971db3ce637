package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.eventstore.event.StoredEvent;
import org.stele.web.text.RecordedAt;
import tools.jackson.databind.JsonNode;

/** Whole lives of filings over HTTP, with what the ledger holds of them in the end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingLivesTest extends CommandServer {

    private static final String REASON = "{\"reason\":\"a mistake\"}";

    @Test
    void an_attestation_is_submitted_received_amended_received_again_and_withdrawn() {
        Client client = client();
        JsonNode submitted = client.recorded(
                "/api/v1/attestations",
                signatory("CHE"),
                "{\"obligation\":\"REP-MID\",\"baselineCount\":6,\"baselineBasis\":\"PERMITS\",\"repatriatedCount\":3,"
                        + "\"remainingCount\":3}");
        String path = "/api/v1/attestations/" + submitted.path("id").stringValue();

        client.recorded(path + "/receipt", as("registrar"), "{\"received\":\"2019-08-15\"}");
        assertThat(code(client.refused(409, path + "/receipt", as("registrar"), "{}")))
                .isEqualTo("attestation-version-already-received");
        client.recorded(
                path + "/amendments",
                signatory("CHE"),
                "{\"reason\":\"one more\",\"repatriatedCount\":4,\"remainingCount\":2}");
        client.recorded(path + "/receipt", as("registrar"), "{}");
        client.recorded(path + "/withdrawal", signatory("CHE"), REASON);
        assertThat(code(client.refused(409, path + "/withdrawal", signatory("CHE"), REASON)))
                .isEqualTo("attestation-withdrawn");

        StoredEvent first = at(submitted);
        assertThat(first.type()).isEqualTo("attestation.AttestationSubmitted");
        assertThat(first.eventId().toString())
                .isEqualTo(submitted.path("eventId").stringValue());
        assertThat(first.leafHash().hex()).isEqualTo(submitted.path("leafHash").stringValue());
        assertThat(RecordedAt.text(first.recordedAt()))
                .isEqualTo(submitted.path("recordedAt").stringValue());
        assertThat(first.state()).isEqualTo("CHE");
        assertThat(first.metadata())
                .containsEntry("actor", "staff-of-signatory")
                .containsEntry("actorRole", "signatory")
                .containsEntry("actorState", "CHE")
                .containsEntry("commandScope", "CHE")
                .containsKeys("commandId", "requestSha256")
                .doesNotContainKeys("correlationId", "causationId");
    }

    @Test
    void a_notice_is_recorded_corrected_and_withdrawn() {
        Client client = client();
        String notice =
                "\"category\":\"WORKER\",\"count\":12,\"departed\":\"2019-11\",\"destination\":\"PRK\",\"mode\":\"RAIL\"";
        String path = "/api/v1/repatriation-notices/"
                + client.created("/api/v1/repatriation-notices", signatory("MNG"), "{" + notice + "}");

        client.recorded(path + "/corrections", signatory("MNG"), "{\"reason\":\"a mistake\"," + notice + "}");
        client.recorded(path + "/withdrawal", signatory("MNG"), REASON);

        assertThat(code(client.refused(409, path + "/withdrawal", signatory("MNG"), REASON)))
                .isEqualTo("notice-withdrawn");
        assertThat(code(client.refused(
                        409, path + "/corrections", signatory("MNG"), "{\"reason\":\"a mistake\"," + notice + "}")))
                .isEqualTo("notice-withdrawn");
    }

    @Test
    void a_claim_is_made_disputed_upheld_and_withdrawn() {
        Client client = client();
        String claim = client.created(
                "/api/v1/scope-claims",
                as("registrar"),
                "{\"memberState\":\"MOZ\",\"ground\":\"HUMANITARIAN_AGREEMENT\",\"count\":97,\"claimed\":\"2020-04-30\"}");
        String path = "/api/v1/claims/" + claim;

        client.recorded(path + "/dispute", as("registrar"), "{\"body\":\"PANEL\",\"disputed\":\"2019-11\"}");
        client.recorded(path + "/dispute", as("monitor"), "{\"body\":\"MSMT\"}");
        assertThat(code(client.refused(409, path + "/dispute", as("monitor"), "{\"body\":\"MSMT\"}")))
                .isEqualTo("claim-already-disputed");
        assertThat(code(client.refused(422, path + "/dispute", as("monitor"), "{\"body\":\"PANEL\"}")))
                .isEqualTo("panel-mandate-ended");
        client.recorded(path + "/upholding", as("chair"), "{}");
        client.recorded(path + "/withdrawal", signatory("MOZ"), REASON);
        assertThat(code(client.refused(409, path + "/upholding", as("chair"), "{}")))
                .isEqualTo("claim-withdrawn");
    }

    @Test
    void evidence_is_recorded_and_resolved() {
        Client client = client();
        String evidence = client.created(
                "/api/v1/evidence",
                as("registrar"),
                "{\"memberState\":\"SEN\",\"kind\":\"PRESS\",\"asOf\":\"2019-09\",\"received\":\"2019-09\","
                        + "\"contests\":true,\"statement\":\"Workers were seen.\"}");

        client.recorded("/api/v1/evidence/" + evidence + "/resolution", as("chair"), "{\"resolution\":\"They left.\"}");

        assertThat(code(client.refused(
                        409,
                        "/api/v1/evidence/" + evidence + "/resolution",
                        as("chair"),
                        "{\"resolution\":\"They left.\"}")))
                .isEqualTo("evidence-already-resolved");
    }

    @Test
    void a_screening_has_its_verdict_returned_proposed_again_and_confirmed() {
        Client client = client();
        String path = "/api/v1/screenings/"
                + client.created("/api/v1/screenings", as("screening-analyst", "JPN"), screening("0.7"));
        String verdict = "{\"disposition\":\"FALSE_POSITIVE\",\"reasonCode\":\"OTHER\",\"rationale\":\"Another one.\"}";
        Map<String, String> reviewer = as("screening-reviewer", "JPN");

        assertThat(code(client.refused(409, path + "/confirmation", reviewer, "{}")))
                .isEqualTo("no-verdict-proposed");
        client.recorded(path + "/verdict", as("screening-analyst", "JPN"), verdict);
        client.recorded(path + "/return", as("screening-reviewer", "JPN"), REASON);
        client.recorded(path + "/verdict", as("screening-analyst", "JPN"), verdict);
        Map<String, String> same = as("screening-reviewer", "JPN");
        same.put("X-Stele-User", "Staff-of-screening-analyst");
        assertThat(code(client.refused(422, path + "/confirmation", same, "{}")))
                .isEqualTo("four-eyes");
        JsonNode confirmed = client.recorded(path + "/confirmation", as("screening-reviewer", "JPN"), "{}");

        assertThat(at(confirmed).type()).isEqualTo("screening.ScreeningVerdictConfirmed");
    }

    @Test
    void what_another_state_filed_is_not_found() {
        Client client = client();
        String path = "/api/v1/attestations/"
                + client.created("/api/v1/attestations", signatory("CHE"), "{\"obligation\":\"REP-FIN\"}");

        assertThat(code(client.refused(404, path + "/withdrawal", signatory("AUT"), REASON)))
                .isEqualTo("not-found");
        client.refused(404, "/api/v1/claims/" + path.substring(21) + "/withdrawal", signatory("CHE"), REASON);
    }

    static String screening(String score) {
        return """
            {"subject":"5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73","subjectKind":"PERSON","question":"DESIGNATION",
             "trigger":"PERIODIC","algorithm":"logic-v1",
             "algorithmVersion":"1.4","threshold":0.7,"cutoff":0.5,
             "candidates":[{"entryReference":"KPi.001","score":%s,"features":{}}]}
            """.formatted(score);
    }

    private static StoredEvent at(JsonNode receipt) {
        return Objects.requireNonNull(ledger().at(receipt.path("position").longValue()));
    }

    private static String code(JsonNode problem) {
        return problem.path("code").stringValue();
    }
}
