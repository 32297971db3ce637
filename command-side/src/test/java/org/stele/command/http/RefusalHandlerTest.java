package org.stele.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.stele.command.entry.Rejected;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.web.json.WebJson;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.ProblemResponse;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalHandlerTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/attestations");
    private final RefusalHandler handler = new RefusalHandler(
            new ProblemResponse(WebJson.MAPPER, new DefaultListableBeanFactory().getBeanProvider(ErrorPage.class)));

    @Test
    void a_ledger_that_cannot_answer_says_when_to_ask_again_and_nothing_of_itself() {
        ResponseEntity<byte[]> answer =
                handler.unavailable(new LedgerUnavailable("connection to 10.0.0.7 refused"), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(json(answer).path("code").stringValue()).isEqualTo("ledger-unavailable");
        assertThat(json(answer).toString()).doesNotContain("10.0.0.7");
    }

    @Test
    void each_kind_of_refusal_has_its_status() {
        assertThat(status(Rejected.malformed("count", "no"))).isEqualTo(400);
        assertThat(status(Rejected.notAllowed("role-not-allowed", "no"))).isEqualTo(403);
        assertThat(status(Rejected.notFound("no"))).isEqualTo(404);
        assertThat(status(Rejected.lifecycle("claim-withdrawn", "no"))).isEqualTo(409);
        assertThat(status(Rejected.rule("four-eyes", "no"))).isEqualTo(422);
    }

    @Test
    void a_refusal_about_a_field_names_it() {
        JsonNode problem = json(handler.refused(Rejected.rule("received", "date-not-allowed", "no"), request));

        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("received");
        assertThat(problem.path("instance").stringValue()).isEqualTo("/api/v1/attestations");
    }

    private int status(Rejected refusal) {
        return handler.refused(refusal, request).getStatusCode().value();
    }

    private static JsonNode json(ResponseEntity<byte[]> answer) {
        return WebJson.MAPPER.readTree(answer.getBody());
    }
}
