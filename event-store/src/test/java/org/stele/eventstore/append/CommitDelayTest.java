package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitDelayTest {

    private static final long TURN = 2_000_000;

    private final CommitDelay commitDelay = new CommitDelay();

    @Test
    void a_lone_submitter_does_not_wait() {
        write(1, 0);

        commitDelay.prepared(1);

        assertThat(commitDelay.remainingNanos(0)).isNotPositive();
    }

    @Test
    void a_batch_waits_briefly_for_submitters_that_were_just_answered() {
        write(5, 3);

        commitDelay.prepared(3);

        assertThat(commitDelay.remainingNanos(0)).isBetween(1L, TURN / 2);
        assertThat(commitDelay.remainingNanos(TURN)).isNotPositive();
    }

    @Test
    void a_batch_waits_no_longer_once_all_expected_commands_are_there() {
        write(5, 3);

        commitDelay.prepared(8);

        assertThat(commitDelay.remainingNanos(0)).isNotPositive();
    }

    /** A turn that writes some commands, while others come. */
    private void write(int commands, int meanwhile) {
        commitDelay.prepared(commands);
        commitDelay.turnBegins();
        if (meanwhile > 0) {
            commitDelay.prepared(meanwhile);
        }
        commitDelay.written(commands, TURN, 0);
    }
}
