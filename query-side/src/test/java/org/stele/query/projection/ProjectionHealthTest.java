package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The health of the projection follows the ledger's own head. */
class ProjectionHealthTest extends ProjectedLedger {

    @Test
    void health_is_down_until_the_head_at_the_start_is_reached() {
        long head = ledger.append(events);
        ProjectionHealth health = new ProjectionHealth(
                ledger.open(), rows, fixture.heldRows(), fixture.findings(), InstantSource.system());

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        fixture.foldTo(head);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("head", head).containsEntry("position", head);
    }

    @Test
    void health_is_down_until_a_required_position_is_reached() {
        ProjectionHealth health = new ProjectionHealth(
                ledger.open(), rows, fixture.heldRows(), fixture.findings(), InstantSource.system());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        long head = ledger.append(events);
        health.require(head);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        fixture.foldTo(head);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void health_is_down_while_the_projection_does_not_follow_the_true_head() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        ProjectionHealth health =
                new ProjectionHealth(ledger.open(), rows, fixture.heldRows(), fixture.findings(), now::get);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        long head = ledger.append(events);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("lag", head);

        now.updateAndGet(time -> time.plus(ProjectionHealth.MAX_DELAY));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now.updateAndGet(time -> time.plusMillis(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        fixture.foldTo(head);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("lag", 0L);
    }
}
