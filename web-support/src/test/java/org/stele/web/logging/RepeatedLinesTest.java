package org.stele.web.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedLinesTest {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final ListAppender<ILoggingEvent> shown = new ListAppender<>();
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("test");

    @BeforeEach
    void start() {
        context.addTurboFilter(new RepeatedLines(nanos::get));
        shown.start();
        log.setLevel(Level.INFO);
        log.addAppender(shown);
    }

    @Test
    void the_same_failure_is_shown_once_a_minute_with_the_number_left_out() {
        for (int i = 0; i < 1_000; i++) {
            log.warn("It failed, attempt {}", i, new IOException("gone"));
        }
        nanos.addAndGet(MINUTE_NANOS);
        log.warn("It failed, attempt {}", 1_000, new IOException("gone"));

        assertThat(lines())
                .containsExactly(
                        "It failed, attempt 0",
                        "The next line was left out 999 times since it was shown last",
                        "It failed, attempt 1000");
    }

    @Test
    void what_differs_is_shown_each_up_to_twenty_of_a_kind() {
        for (int i = 0; i < 1_000; i++) {
            log.warn("The file of {} is held back", i);
        }

        assertThat(lines()).hasSize(20).startsWith("The file of 0 is held back", "The file of 1 is held back");
    }

    @Test
    void another_failure_and_what_only_informs_are_always_shown() {
        log.warn("It failed", new IOException("gone"));
        log.warn("It failed", new IllegalStateException("gone"));
        log.error("It failed", new IOException("gone"));
        log.info("It goes on");
        log.info("It goes on");

        assertThat(lines()).hasSize(5);
    }

    private List<String> lines() {
        return shown.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
