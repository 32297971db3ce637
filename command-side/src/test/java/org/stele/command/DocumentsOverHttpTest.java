package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.CommandServer;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** One document that answers several obligations, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsOverHttpTest extends CommandServer {

    private static final String ATTESTATIONS = "/api/v1/attestations";
    private static final String THREE =
            "{\"obligations\":[\"NIR-2371\",\"REP-MID\",\"NIR-2375\"],\"remainingCount\":0}";

    @Test
    void each_obligation_has_its_receipt_in_the_order_of_the_list_and_a_repetition_has_the_same() {
        Map<String, String> headers = signatory("DNK");
        long head = head();

        JsonNode answer = client().recorded(ATTESTATIONS, headers, THREE);

        assertThat(answer.propertyNames()).containsExactly("receipts");
        JsonNode receipts = answer.path("receipts");
        assertThat(receipts).hasSize(3);
        for (int index = 0; index < receipts.size(); index++) {
            JsonNode receipt = receipts.get(index);
            StoredEvent event =
                    Objects.requireNonNull(ledger().at(receipt.path("position").longValue()));
            assertThat(event.tags())
                    .contains("attestation=" + receipt.path("id").stringValue())
                    .contains("obligation="
                            + List.of("NIR-2371", "REP-MID", "NIR-2375").get(index));
            assertThat(receipt.path("eventId").stringValue())
                    .isEqualTo(event.eventId().toString());
            assertThat(receipt.path("leafHash").stringValue())
                    .isEqualTo(event.leafHash().hex());
        }
        assertThat(client().recorded(ATTESTATIONS, headers, THREE)).isEqualTo(answer);
        assertThat(head()).isEqualTo(head + 3);
    }

    @Test
    void each_of_them_lives_on_by_itself() {
        JsonNode receipts =
                client().recorded(ATTESTATIONS, signatory("DNK"), THREE).path("receipts");
        String first = ATTESTATIONS + "/" + receipts.get(0).path("id").stringValue();
        String second = ATTESTATIONS + "/" + receipts.get(1).path("id").stringValue();

        client().recorded(first + "/receipt", as("registrar"), "{}");
        client().recorded(first + "/acceptance", as("chair"), "{}");

        assertThat(client().refused(409, second + "/acceptance", as("chair"), "{}")
                        .path("code")
                        .stringValue())
                .isEqualTo("attestation-not-received");
    }

    @Test
    void one_obligation_that_is_wrong_records_none() {
        long head = head();

        JsonNode problem =
                client().refused(400, ATTESTATIONS, signatory("DNK"), "{\"obligations\":[\"REP-MID\",\"REPAT\"]}");

        assertThat(problem.at("/errors/0/field").stringValue()).startsWith("obligation");
        client().refused(400, ATTESTATIONS, signatory("DNK"), "{\"obligations\":[\"REP-MID\",\"REP-MID\"]}");
        client().refused(400, ATTESTATIONS, signatory("DNK"), "{\"obligations\":[]}");
        client().refused(
                        400,
                        ATTESTATIONS,
                        signatory("DNK"),
                        "{\"obligation\":\"REP-MID\",\"obligations\":[\"REP-FIN\"]}");
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void a_document_is_described_in_a_closed_body() {
        Map<String, String> wrong = Map.of(
                "{\"kind\":\"ADDENDUM\"}", "document.follows",
                "{\"follows\":\"S/AC.49/2019/3\"}", "document.follows",
                "{\"texts\":{\"de\":\"2020\"}}", "document.texts.de",
                "{\"texts\":{\"en\":\"2020-02-30\"}}", "document.texts.en",
                "{\"colour\":\"red\"}", "document.colour");
        wrong.forEach((document, field) -> assertThat(client().refused(
                                400,
                                ATTESTATIONS,
                                signatory("DNK"),
                                "{\"obligation\":\"REP-MID\",\"document\":" + document + "}")
                        .at("/errors/0/field")
                        .stringValue())
                .as(document)
                .isEqualTo(field));
    }
}
