package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitDelayTest {

    private static final long TURN = 2_000_000;

    private final CommitDelay company = new CommitDelay();

    @Test
    void who_is_alone_waits_for_nobody() {
        write(1, 0);

        company.drafted(1);

        assertThat(company.patienceNanos(0)).isNotPositive();
    }

    @Test
    void a_draft_waits_a_moment_for_those_who_were_just_answered() {
        write(5, 3);

        company.drafted(3);

        assertThat(company.patienceNanos(0)).isBetween(1L, TURN / 2);
        assertThat(company.patienceNanos(TURN)).isNotPositive();
    }

    @Test
    void a_draft_waits_no_more_once_all_are_there() {
        write(5, 3);

        company.drafted(8);

        assertThat(company.patienceNanos(0)).isNotPositive();
    }

    /** A turn that writes some commands, while others come. */
    private void write(int commands, int meanwhile) {
        company.drafted(commands);
        company.turnBegins();
        if (meanwhile > 0) {
            company.drafted(meanwhile);
        }
        company.written(commands, TURN, 0);
    }
}
