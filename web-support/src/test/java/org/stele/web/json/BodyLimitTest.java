package org.stele.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.ProblemException;
import org.stele.web.problem.ProblemResponse;

/** All bodies together have a limit too; a request without a body is always let in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyLimitTest {

    private final BodyLimit limit = new BodyLimit(
            new ProblemResponse(
                    WebJson.MAPPER, new DefaultListableBeanFactory().getBeanProvider(ErrorPage.class)),
            1_000);

    @Test
    void a_body_that_finds_no_room_beside_others_is_refused_and_its_client_told_when_to_come_again() throws Exception {
        MockHttpServletResponse second = new MockHttpServletResponse();
        MockHttpServletResponse withoutBody = new MockHttpServletResponse();
        AtomicInteger answered = new AtomicInteger();

        limit.doFilter(post(600), new MockHttpServletResponse(), (_, _) -> {
            limit.doFilter(post(401), second, (_, _) -> answered.incrementAndGet());
            limit.doFilter(post(0), withoutBody, (_, _) -> answered.incrementAndGet());
        });

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("5");
        assertThat(second.getContentAsString()).contains("\"code\":\"server-overloaded\"");
        assertThat(withoutBody.getStatus()).isEqualTo(200);
        assertThat(answered).hasValue(1);
    }

    @Test
    void room_is_given_back_also_by_a_request_that_failed() throws Exception {
        MockHttpServletResponse next = new MockHttpServletResponse();
        assertThatThrownBy(() -> limit.doFilter(post(900), new MockHttpServletResponse(), (_, _) -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        limit.doFilter(post(1_001), new MockHttpServletResponse(), (_, _) -> {});

        limit.doFilter(post(1_000), next, (_, _) -> {});

        assertThat(next.getStatus()).isEqualTo(200);
    }

    @Test
    void a_body_of_unknown_size_takes_room_as_it_is_read() {
        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/api/v1/things") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.setContent(new byte[1_001]);

        assertThatThrownBy(() -> limit.doFilter(chunked, new MockHttpServletResponse(), (request, _) -> request.getInputStream()
                        .readAllBytes()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("server-overloaded"));
    }

    private static MockHttpServletRequest post(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.setContent(new byte[bytes]);
        return request;
    }
}
