package org.stele.command.screening.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stele.events.screening.ScreeningEvent;

/** What is due to be reopened, beside the slow model, over histories in which versions are held, released late and overlap. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class ReopeningModelTest {

    private static final long SEED = Long.getLong("seed", 20_261_130);
    private static final int HISTORIES = 150;
    private static final int EVENTS = 80;

    @Test
    void after_each_event_exactly_those_are_due_that_the_rule_names() {
        int due = 0;
        for (int history = 0; history < HISTORIES; history++) {
            due += follow(SEED + history);
        }
        assertThat(due)
                .as("verdicts that were due, without which nothing was compared")
                .isGreaterThan(HISTORIES);
    }

    /** The number of verdicts that were due after any event. */
    private static int follow(long seed) {
        ReopeningHistory history = new ReopeningHistory(new SplittableRandom(seed));
        StandingVerdicts verdicts = new StandingVerdicts();
        List<ScreeningEvent> events = new ArrayList<>();
        int due = 0;
        for (int i = 0; i < EVENTS; i++) {
            ScreeningEvent event = history.next();
            events.add(event);
            verdicts.apply(event);
            assertThat(verdicts.due())
                    .as("-Dseed=%s, after event %s: %s", seed, i, event)
                    .containsExactlyInAnyOrderElementsOf(ReopeningModel.due(events));
            due += verdicts.due().size();
        }
        return due;
    }
}
