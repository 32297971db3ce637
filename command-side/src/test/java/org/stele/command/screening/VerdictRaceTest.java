package org.stele.command.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;

/** Two persons who decide on one verdict at a time, on a real ledger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictRaceTest extends CommandServer {

    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String PERSON =
            "\"subjectKind\":\"PERSON\",\"question\":\"DESIGNATION\",\"trigger\":\"PERIODIC\"";

    @Test
    void two_reviewers_decide_once_and_the_other_is_told_why() {
        String path = SCREENINGS + "/" + screening("KPi.001");
        client().recorded(path + "/verdict", as("screening-analyst", "NOR"), verdict("KPi.001"));

        List<CompletableFuture<Client.Answer>> sent = IntStream.range(0, 8)
                .mapToObj(index -> CompletableFuture.supplyAsync(() -> {
                    Map<String, String> headers = as("screening-reviewer", "NOR");
                    headers.put("X-Stele-User", "reviewer-" + index);
                    return index % 2 == 0
                            ? client().send(client().post(path + "/confirmation", headers, "{}"))
                            : client().send(client().post(path + "/return", headers, "{\"reason\":\"Too short.\"}"));
                }))
                .toList();
        List<Client.Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.response().statusCode() == 201)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.response().statusCode() != 201)
                .allSatisfy(
                        answer -> assertThat(answer.problem(409).path("code").stringValue())
                                .isEqualTo("no-verdict-proposed"));
    }

    private String screening(String entry) {
        return client().created(
                        SCREENINGS, as("screening-analyst", "NOR"), """
                {"subject":"%s",%s,"threshold":0.7,
                 "candidates":[{"entryReference":"%s","score":0.9,"features":{}}]}
                """.formatted(UUID.randomUUID(), PERSON, entry));
    }

    private static String verdict(String entry) {
        return """
                {"candidates":[{"entry":"%s","disposition":"FALSE_POSITIVE","reasonCode":"OTHER","rationale":"Another."}]}
                """.formatted(entry);
    }
}
