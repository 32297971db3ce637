package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.TreeMap;
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
