package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.CommandServer;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancySubject;

/** Discrepancies are answered under an id that tells neither State nor filings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscrepanciesOverHttpTest extends CommandServer {

    @Test
    void the_chair_settles_a_discrepancy_by_its_id_alone_or_with_its_state() {
        String late = late("DNK");

        client().refused(404, late + "/resolution", as("chair"), "{\"text\":\"Settled.\",\"memberState\":\"SWE\"}");
        client().refused(
                        404,
                        "/api/v1/discrepancies/a7e57a70-0000-4000-8000-000000000001/resolution",
                        as("chair"),
                        "{\"text\":\"Settled.\"}");
        client().refused(404, late + "/explanation", signatory("SWE"), "{\"text\":\"So it was.\"}");
        client().recorded(late + "/resolution", as("chair"), "{\"text\":\"Settled.\"}");
        assertThat(client().refused(409, late + "/resolution", as("chair"), "{\"text\":\"Settled.\"}")
                        .path("code")
                        .stringValue())
                .isEqualTo("discrepancy-already-resolved");
        client().recorded(late("FIN") + "/resolution", as("chair"), "{\"text\":\"Settled.\",\"memberState\":\"FIN\"}");
        client().refused(403, late + "/resolution", as("registrar"), "{\"text\":\"Settled.\"}");
        client().refused(403, late + "/explanation", as("chair"), "{\"text\":\"So it was.\"}");
    }

    @Test
    void who_is_not_told_of_it_is_answered_as_if_two_states_had_nothing_in_common() {
        FilingId first = notice("ISL");
        FilingId second = notice("LUX");
        DiscrepancySubject subject =
                new DiscrepancySubject(DiscrepancyCode.SUBJECT_IN_TWO_STATES, first, second, new TreeMap<>());
        String shared = subject.id(MemberState.ISL).toString();
        String none = "a7e57a70-0000-4000-8000-00000000000f";
        String attestation = received("ISL");

        for (int times = 0; times < 2; times++) {
            assertThat(answers("ISL", attestation, shared)).isEqualTo(answers("ISL", attestation, none));
            if (times == 0) {
                client().recorded(
                                "/api/v1/discrepancies/%s/resolution".formatted(shared),
                                as("custodian"),
                                "{\"text\":\"Two persons.\"}");
            }
        }
        client().recorded(
                        "/api/v1/discrepancies/%s/resolution".formatted(subject.id(MemberState.LUX)),
                        as("custodian"),
                        "{\"text\":\"Two persons.\",\"memberState\":\"LUX\",\"otherState\":\"ISL\"}");
        assertThat(client().refused(
                                409,
                                "/api/v1/discrepancies/%s/resolution".formatted(shared),
                                as("custodian"),
                                "{\"text\":\"Two persons.\"}")
                        .path("code")
                        .stringValue())
                .isEqualTo("discrepancy-already-resolved");
        assertThat(client().refused(403, late("IRL") + "/resolution", as("custodian"), "{\"text\":\"Settled.\"}")
                        .path("code")
                        .stringValue())
                .isEqualTo("discrepancy-for-chair");
    }

    @Test
    void a_question_names_a_discrepancy_that_there_is() {
        String attestation = received("AUT");
        String path = "/api/v1/attestations/%s/clarification-requests".formatted(attestation);
        String late = late("AUT").substring("/api/v1/discrepancies/".length());

        client().recorded(path, as("chair"), asking(late));
        assertThat(client().refused(422, path, as("chair"), asking(attestation))
                        .path("code")
                        .stringValue())
                .isEqualTo("discrepancy-unknown");
        client().refused(
                        422,
                        "/api/v1/attestations/%s/clarification-requests".formatted(received("CHE")),
                        as("chair"),
                        asking(late));
    }

    /** What chair, monitor and officials of the State are told of a discrepancy, without its id. */
    private List<String> answers(String state, String attestation, String discrepancy) {
        String answer = "{\"text\":\"So it was.\"}";
        String named = "{\"text\":\"So it was.\",\"memberState\":\"%s\"}".formatted(state);
        String resolution = "/api/v1/discrepancies/%s/resolution".formatted(discrepancy);
        String question = "/api/v1/attestations/%s/clarification-requests".formatted(attestation);
        return Stream.of(
                        client().refused(404, resolution, as("chair"), answer),
                        client().refused(404, resolution, as("chair"), named),
                        client().refused(
                                        404,
                                        "/api/v1/discrepancies/%s/explanation".formatted(discrepancy),
                                        signatory(state),
                                        answer),
                        client().refused(422, question, as("chair"), asking(discrepancy)),
                        client().refused(
                                        422,
                                        question,
                                        as("monitor"),
                                        asking(discrepancy).replace("{", "{\"askedBy\":\"MSMT\",")))
                .map(refusal -> refusal.toString().replace(discrepancy, "ID"))
                .toList();
    }

    private static String asking(String discrepancy) {
        return "{\"question\":\"Is it so?\",\"discrepancy\":\"%s\"}".formatted(discrepancy);
    }

    /** The id of an attestation of a State that is received. */
    private String received(String state) {
        String id = client().created(
                        "/api/v1/attestations",
                        signatory(state),
                        "{\"obligation\":\"REP-FIN\",\"declaredNil\":true,\"visibility\":\"PUBLISHED\"}");
        client().recorded("/api/v1/attestations/%s/receipt".formatted(id), as("registrar"), "{}");
        return id;
    }

    private FilingId notice(String state) {
        return FilingId.parse(
                client().created(
                                "/api/v1/repatriation-notices",
                                signatory(state),
                                "{\"category\":\"WORKER\",\"count\":1,\"subjects\":[\"5b1e7a70-0000-4000-8000-000000000001\"],\"departed\":\"2026-11-01\",\"destination\":\"PRK\",\"mode\":\"RAIL\"}"));
    }

    /** The address of a discrepancy of the State: a notice that came years after the departure. */
    private String late(String state) {
        FilingId notice = FilingId.parse(
                client().created(
                                "/api/v1/repatriation-notices",
                                signatory(state),
                                "{\"category\":\"WORKER\",\"count\":12,\"departed\":\"2019-08-15\",\"destination\":\"PRK\",\"mode\":\"RAIL\"}"));
        FilingId id = new DiscrepancySubject(DiscrepancyCode.NOTICE_LATE, notice, notice, new TreeMap<>())
                .id(MemberState.valueOf(state));
        return "/api/v1/discrepancies/" + id;
    }
}
