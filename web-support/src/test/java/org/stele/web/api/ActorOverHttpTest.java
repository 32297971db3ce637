package org.stele.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A request names its actor in three headers, or is told which. */
class ActorOverHttpTest extends RunningSample {

    ActorOverHttpTest(@LocalServerPort int port) {
        super(port);
    }

    @Test
    void an_actor_is_read_from_the_headers() {
        HttpResponse<String> answer = send(actor("registry-7", "signatory", "NOR"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("memberState").stringValue())
                .isEqualTo("NOR");
    }

    @ParameterizedTest
    @CsvSource({
        "a b,signatory,NOR,X-Stele-User",
        "a,SIGNATORY,NOR,X-Stele-Role",
        "a,signatory,XXX,X-Stele-State",
        "a,signatory,,X-Stele-State",
        "a,registrar,NOR,X-Stele-State"
    })
    void headers_that_name_no_actor_are_refused(String user, String role, String state, @Nullable String field) {
        JsonNode problem = problem(send(actor(user, role, state)), 400);

        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    @Test
    void a_request_without_actor_headers_is_answered_with_their_names() {
        JsonNode problem = problem(send(request("/api/v1/actor")), 401);

        assertThat(problem.path("detail").stringValue()).contains("X-Stele-User", "X-Stele-Role", "X-Stele-State");
    }

    private HttpRequest.Builder actor(String user, String role, @Nullable String state) {
        HttpRequest.Builder request =
                request("/api/v1/actor").header("X-Stele-User", user).header("X-Stele-Role", role);
        return state == null ? request : request.header("X-Stele-State", state);
    }
}
