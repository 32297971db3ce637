package org.stele.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.CommandServer;
import tools.jackson.databind.JsonNode;

/** What may be personal data is recorded, and the answer says where to look; all names are invented. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextWarningsOverHttpTest extends CommandServer {

    private static final String FILINGS = "/api/v1/attestations";

    @Test
    void the_answer_names_each_field_and_what_it_may_hold_and_repeats_nothing() {
        Map<String, String> headers = as("registrar");
        String body = """
                {"memberState":"ISL","obligation":"OTHER","explanation":"Kim Chol Su, of 12.03.1985, left.","sourceTitle":"Copy of the note","sourceAddress":"https://news.example/?name=Hollowby"}
                """;

        JsonNode receipt = client().recorded(FILINGS, headers, body);

        assertThat(receipt.at("/warnings").findValuesAsString("field"))
                .containsExactlyInAnyOrder("explanation", "sourceAddress");
        JsonNode explanation = receipt.at("/warnings/0");
        assertThat(explanation.path("signs").toString()).isEqualTo("[\"NAME\",\"DATE_OF_BIRTH\"]");
        assertThat(receipt.toString()).doesNotContain("Chol", "Hollowby", "1985");
        assertThat(client().recorded(FILINGS, headers, body)).isEqualTo(receipt);
    }

    @Test
    void most_answers_have_no_warnings() {
        JsonNode receipt = client().recorded(
                        FILINGS,
                        signatory("ISL"),
                        "{\"obligation\":\"OTHER\",\"explanation\":\"Two of 1,200 workers left on 22 December 2019.\"}");

        assertThat(receipt.has("warnings")).isFalse();
    }
}
