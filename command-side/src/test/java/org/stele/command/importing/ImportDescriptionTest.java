package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the API's document says of imports is so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportDescriptionTest extends ImportServer {

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void the_described_example_can_be_sent(ImportKind kind) {
        JsonNode document =
                client().send(client().request("/v3/api-docs").GET()).json();
        JsonNode operation = document.at("/paths/~1api~1v1~1imports~1{kind}/post");
        String example = operation
                .at("/requestBody/content/text~1csv/examples/%s/value".formatted(kind.id()))
                .stringValue();

        JsonNode report = report(kind.id(), unsent(example.getBytes(UTF_8)));

        assertThat(report.path("errorsCount").intValue()).isZero();
        assertThat(report.path("entered").intValue()).isPositive();
        assertThat(operation.path("description").stringValue()).contains("the file is the key");
        assertThat(operation.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503");
    }

    @Test
    void the_description_names_the_fields_of_the_result() {
        JsonNode document =
                client().send(client().request("/v3/api-docs").GET()).json();

        assertThat(document.at("/components/schemas/ImportReport/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "kind",
                        "dryRun",
                        "rows",
                        "entered",
                        "alreadyEntered",
                        "errorsCount",
                        "errors",
                        "warningsCount",
                        "warnings",
                        "fileSha256");
        assertThat(document.at("/components/schemas/ImportReport/properties/kind/enum")
                        .toString())
                .isEqualTo("[\"filings\",\"claims\",\"evidence\",\"notices\",\"baselines\",\"arrivals\"]");
        assertThat(document.at("/components/schemas/ImportReport/properties/fileSha256/type")
                        .stringValue())
                .isEqualTo("string");
    }
}
