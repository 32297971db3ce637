package org.stele.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stele.web.json.WebJson;
import org.stele.web.limit.Limits;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.ProblemResponse;

/** All bodies together have a limit too, imports and the rest apart; a request without a body is always let in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyLimitTest {

    private static final Pace HOUR = Pace.within(Duration.ofHours(1));

    private final BodyLimit limit = new BodyLimit(
            new ProblemResponse(WebJson.MAPPER, new DefaultListableBeanFactory().getBeanProvider(ErrorPage.class)),
            Limits.of(
                    Map.of("stele.limit.body-bytes-at-once", "1000", "stele.limit.import-bytes-at-once", "2000")::get),
            HOUR,
            HOUR);

    @Test
    void a_body_above_the_total_limit_is_refused_with_the_time_to_retry() throws Exception {
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
    void imports_and_other_bodies_have_separate_limits() throws Exception {
        MockHttpServletResponse beside = new MockHttpServletResponse();
        MockHttpServletResponse another = new MockHttpServletResponse();
        MockHttpServletResponse command = new MockHttpServletResponse();

        limit.doFilter(post("/api/v1/imports/filings", 1_500), new MockHttpServletResponse(), (_, _) -> {
            limit.doFilter(post("/api/v1/imports/claims", 501), beside, (_, _) -> {});
            limit.doFilter(post("/api/v1/imports/claims", 500), another, (_, _) -> {});
            limit.doFilter(post(1_000), command, (_, _) -> {});
        });

        assertThat(beside.getStatus()).isEqualTo(503);
        assertThat(another.getStatus()).isEqualTo(200);
        assertThat(command.getStatus()).isEqualTo(200);
    }

    @Test
    void a_failed_request_also_returns_its_share() throws Exception {
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
    void a_body_must_be_whole_in_time_and_go_on_in_every_window() {
        Pace pace = new Pace(Duration.ofNanos(100), Duration.ofNanos(10), 5);
        Pace.Watch steady = pace.start(0);
        Pace.Watch stalling = pace.start(0);

        for (int nanos = 10; nanos < 100; nanos += 10) {
            assertThat(steady.isKept(5, nanos)).isTrue();
        }
        assertThat(steady.isKept(5, 100)).isFalse();
        assertThat(stalling.isKept(1_000, 10)).isTrue();
        assertThat(stalling.isKept(4, 19)).isTrue();
        assertThat(stalling.isKept(0, 20)).isFalse();
    }

    private static MockHttpServletRequest post(int bytes) {
        return post("/api/v1/things", bytes);
    }

    private static MockHttpServletRequest post(String path, int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContent(new byte[bytes]);
        return request;
    }
}
