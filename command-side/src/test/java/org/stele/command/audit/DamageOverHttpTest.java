package org.stele.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.testing.CommandServer;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.signing.CheckpointSigner;
import tools.jackson.databind.JsonNode;

/** Damage in the database stops filing and signing, with a reason, until it is repaired or two persons accept it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamageOverHttpTest extends CommandServer {

    private static final String FILINGS = "/api/v1/attestations";
    private static final String FILING = "{\"obligation\":\"OTHER\"}";

    @Autowired
    private CheckpointSigner signer;

    private long position;

    @BeforeEach
    void a_signed_filing() {
        position = client().recorded(FILINGS, signatory("ISL"), FILING)
                .path("position")
                .longValue();
        await(() -> signer.status().size() >= position);
    }

    @Test
    void filing_is_refused_with_the_reason_and_nothing_is_signed_until_the_bytes_are_back() throws SQLException {
        byte[] body = Objects.requireNonNull(ledger().at(position)).body();
        change("body = body || ' '");
        await(() -> component("audit").path("status").stringValue().equals("DOWN"));
        long signed = signer.status().size();

        JsonNode problem = client().refused(503, FILINGS, signatory("CHE"), FILING);

        assertThat(problem.path("code").stringValue()).isEqualTo("ledger-unavailable");
        assertThat(problem.path("detail").stringValue())
                .contains("event " + position + ": body and salt are not those that the leaf commits to");
        assertThat(component("audit").at("/details/found/0").stringValue()).startsWith("event " + position + ": ");
        assertThat(component("writing").at("/details/audit").stringValue()).contains("event " + position + ": ");
        assertThat(signer.status().size()).isEqualTo(signed);

        change("body = '\\x" + HexFormat.of().formatHex(body) + "'");
        // The signer looks for itself, and lets go of the gate a round later than the audit.
        await(() -> component("writing").path("status").stringValue().equals("UP"));
        long next = client().recorded(FILINGS, signatory("CHE"), FILING)
                .path("position")
                .longValue();
        await(() -> signer.status().size() >= next);
    }

    @Test
    void two_persons_accept_the_damage_of_one_position_and_filing_and_signing_go_on() throws SQLException {
        change("body = set_byte(body, 70, 65)");
        await(() -> component("audit").path("status").stringValue().equals("DOWN"));
        String acceptance = "/api/v1/events/" + position + "/damage-acceptance";
        String confirmation = acceptance + "/confirmation";

        assertThat(code(409, confirmation, as("auditor"), "{}")).isEqualTo("damage-not-proposed");
        assertThat(code(403, acceptance, signatory("ISL"), "{\"reason\":\"None.\"}"))
                .isEqualTo("role-not-allowed");
        assertThat(code(409, "/api/v1/events/999999/damage-acceptance", as("auditor"), "{\"reason\":\"None.\"}"))
                .isEqualTo("no-damage");
        client().recorded(acceptance, as("auditor"), "{\"reason\":\"No backup has the row.\"}");
        assertThat(code(422, confirmation, as("auditor"), "{}")).isEqualTo("four-eyes");
        client().refused(503, FILINGS, signatory("CHE"), FILING);
        client().recorded(confirmation, as("registrar"), "{}");

        // The signer looks for itself, and lets go of the gate a round later than the audit.
        await(() -> component("writing").path("status").stringValue().equals("UP"));
        long next = client().recorded(FILINGS, signatory("CHE"), FILING)
                .path("position")
                .longValue();
        await(() -> signer.status().size() >= next);
        await(() -> component("audit").at("/details/acceptedDamage").intValue() > 0);
    }

    @Test
    void the_event_store_knows_the_events_of_custody_by_their_stored_names() {
        assertThat(AcceptedDamage.PROPOSED_TYPE).isEqualTo(EventTypes.name(DamageAcceptanceProposed.class));
        assertThat(AcceptedDamage.ACCEPTED_TYPE).isEqualTo(EventTypes.name(DamageAccepted.class));
        assertThat(AcceptedDamage.TAG).isEqualTo(Tags.CUSTODY + "=" + CustodyMatter.DAMAGE);
    }

    private String code(int status, String path, Map<String, String> headers, String body) {
        return client().refused(status, path, headers, body).path("code").stringValue();
    }

    private JsonNode component(String name) {
        return client().send(client().request("/actuator/health"))
                .json()
                .path("components")
                .path(name);
    }

    private void change(String assignment) throws SQLException {
        try (Connection connection = database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE ledger.event DISABLE TRIGGER insert_only");
            statement.execute("UPDATE ledger.event SET " + assignment + " WHERE position = " + position);
            statement.execute("ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only");
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
