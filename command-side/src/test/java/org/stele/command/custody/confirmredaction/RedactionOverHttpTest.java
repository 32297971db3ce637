package org.stele.command.custody.confirmredaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.testing.CommandServer;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.EventRedacted;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.signing.CheckpointSigner;
import tools.jackson.databind.JsonNode;

/** What was typed where it should not be is removed by two persons, and the ledger stays sound. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactionOverHttpTest extends CommandServer {

    private static final String CANARY = "Canary of a name that was typed here";
    private static final String REASON = "{\"reason\":\"The explanation names a person.\"}";

    @Autowired
    private CheckpointSigner signer;

    @Test
    void two_persons_remove_a_body_and_everything_else_goes_on() throws SQLException {
        JsonNode filed = filed();
        long position = filed.path("position").longValue();
        String redaction = "/api/v1/events/" + position + "/redaction";
        String confirmation = redaction + "/confirmation";

        assertThat(code(409, confirmation, as("auditor"), "{}")).isEqualTo("redaction-not-proposed");
        assertThat(code(403, redaction, as("auditor"), REASON)).isEqualTo("role-not-allowed");
        client().recorded(redaction, as("custodian"), REASON);
        assertThat(code(409, redaction, as("custodian"), REASON)).isEqualTo("redaction-already-proposed");
        assertThat(code(403, confirmation, signatory("ISL"), "{}")).isEqualTo("role-not-allowed");
        assertThat(code(422, confirmation, as("custodian"), "{}")).isEqualTo("four-eyes");
        assertThat(Objects.requireNonNull(at(position)).isIntact()).isTrue();
        Map<String, String> headers = as("auditor");
        JsonNode receipt = client().recorded(confirmation, headers, "{}");

        StoredEvent removed = at(position);
        assertThat(removed.body()).isEmpty();
        assertThat(removed.salt()).isEmpty();
        assertThat(removed.leafHash().hex()).isEqualTo(filed.path("leafHash").stringValue());
        assertThat(texts()).doesNotContain(CANARY);
        assertThat(client().recorded(confirmation, headers, "{}")).isEqualTo(receipt);
        assertThat(code(409, redaction, as("custodian"), REASON)).isEqualTo("event-already-redacted");

        String attestation = "/api/v1/attestations/" + filed.path("id").stringValue();
        assertThat(code(404, attestation + "/withdrawal", signatory("ISL"), "{\"reason\":\"It names a person.\"}"))
                .isEqualTo("not-found");
        long next = filed().path("position").longValue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> signer.status().size() >= next);
        assertThat(client().send(client().request("/actuator/health"))
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("UP");
    }

    @Test
    void an_order_whose_execution_was_interrupted_is_carried_out_by_the_program_itself() throws SQLException {
        long position = filed().path("position").longValue();
        byte[] body = at(position).body();
        byte[] salt = at(position).salt();
        String redaction = "/api/v1/events/" + position + "/redaction";
        client().recorded(redaction, as("custodian"), REASON);
        client().recorded(redaction + "/confirmation", as("registrar"), "{}");
        try (Connection connection = database().superuser().getConnection();
                var off = connection.createStatement();
                var put =
                        connection.prepareStatement("UPDATE ledger.event SET body = ?, salt = ? WHERE position = ?")) {
            off.execute("ALTER TABLE ledger.event DISABLE TRIGGER insert_only");
            put.setBytes(1, body);
            put.setBytes(2, salt);
            put.setLong(3, position);
            put.execute();
            off.execute("ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only");
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> at(position).body().length == 0);
    }

    @Test
    void what_is_not_there_and_what_is_kept_cannot_be_removed() {
        assertThat(code(404, "/api/v1/events/999999/redaction", as("custodian"), REASON))
                .isEqualTo("not-found");
        long position = filed().path("position").longValue();
        long proposal = client().recorded("/api/v1/events/" + position + "/redaction", as("custodian"), REASON)
                .path("position")
                .longValue();
        assertThat(code(422, "/api/v1/events/" + proposal + "/redaction", as("custodian"), REASON))
                .isEqualTo("event-not-redactable");
    }

    @Test
    void the_event_store_knows_the_event_by_its_stored_name() {
        assertThat(AcceptedDamage.REDACTED_TYPE).isEqualTo(EventTypes.name(EventRedacted.class));
        assertThat(AcceptedDamage.REDACTION_TAG).isEqualTo(Tags.CUSTODY + "=" + CustodyMatter.REDACTION);
    }

    private JsonNode filed() {
        return client().recorded(
                        "/api/v1/attestations",
                        signatory("ISL"),
                        "{\"obligation\":\"OTHER\",\"explanation\":\"" + CANARY + "\"}");
    }

    private static StoredEvent at(long position) {
        return Objects.requireNonNull(ledger().at(position));
    }

    private String code(int status, String path, Map<String, String> headers, String body) {
        return client().refused(status, path, headers, body).path("code").stringValue();
    }

    /** Every body but those of the filings that follow. */
    private static String texts() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database().superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT e::text FROM ledger.event e WHERE e.body IS NULL")) {
            while (rows.next()) {
                all.append(rows.getString(1));
            }
        }
        return all.toString();
    }
}
