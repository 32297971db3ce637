package org.stele.command.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.signatory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.testing.CommandServer;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;
import tools.jackson.databind.JsonNode;

/** A closed gate as a client and an operator see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingTest extends CommandServer {

    @Autowired
    private WriteGate gate;

    @Test
    void while_the_gate_is_closed_commands_are_refused_and_the_health_says_why() {
        String filing = "{\"obligation\":\"OTHER\"}";
        long before = head();
        JsonNode problem;
        JsonNode down;
        gate.close(Keeper.GUARDS, "a trigger is gone");
        try {
            problem = client().refused(503, "/api/v1/attestations", signatory("CHE"), filing);
            down = writing();
        } finally {
            gate.open(Keeper.GUARDS);
        }
        assertThat(problem.path("code").stringValue()).isEqualTo("ledger-unavailable");
        assertThat(down.path("status").stringValue()).isEqualTo("DOWN");
        assertThat(down.path("details").path("guards").stringValue()).isEqualTo("a trigger is gone");
        assertThat(head()).isEqualTo(before);

        client().recorded("/api/v1/attestations", signatory("CHE"), filing);
        assertThat(writing().path("status").stringValue()).isEqualTo("UP");
    }

    private JsonNode writing() {
        return client().send(client().request("/actuator/health"))
                .json()
                .path("components")
                .path("writing");
    }

    @Test
    void each_keeper_has_a_figure() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        WriteGate own = new WriteGate();
        new WritingMetrics(own).bindTo(registry);
        own.close(Keeper.CLOCK, "the clock leapt");

        assertThat(registry.get("stele.writing.closed")
                        .tag("keeper", "clock")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("stele.writing.closed")
                        .tag("keeper", "audit")
                        .gauge()
                        .value())
                .isZero();
    }
}
