package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.Leaf;
import org.stele.ledger.note.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The single points of the specification that are published as vectors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleVectorsTest {

    @TempDir
    private Path directory;

    private final String published = published();
    private final JsonNode vectors = JsonMapper.shared().readTree(published);

    private static String published() {
        try (InputStream in = Objects.requireNonNull(RuleVectorsTest.class.getResourceAsStream("/rules.json"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void what_is_published_is_what_the_corpus_says() throws IOException {
        assertThat(RuleCorpus.json(directory)).isEqualTo(published);
    }

    @Test
    void every_text_is_taken_or_refused_as_its_rule_says() {
        for (JsonNode one : vectors.get("texts")) {
            byte[] text = Base64.getDecoder().decode(one.get("text").asString());
            assertThat(isTaken(one.get("kind").asString(), text))
                    .as("%s: %s", one.get("kind").asString(), one.get("rule").asString())
                    .isEqualTo(one.get("valid").asBoolean());
        }
    }

    private static boolean isTaken(String kind, byte[] text) {
        try {
            switch (kind) {
                case "leaf" -> Leaf.parse(text);
                case "body" -> BodyFacts.parse(text);
                case "policy" -> Policy.parse(text);
                default -> throw new IllegalStateException("No such kind: " + kind);
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @Test
    void every_log_is_verified_or_not_as_its_rule_says() {
        int number = 0;
        for (JsonNode one : vectors.get("logs")) {
            String rule = one.get("rule").asString();
            Path log = directory.resolve("log" + number++);
            Cli cli = new Cli(log);
            one.get("files")
                    .properties()
                    .forEach(file -> cli.file(
                            file.getKey(),
                            Base64.getDecoder().decode(file.getValue().asString())));
            Path policy = new Cli(directory)
                    .file("policy", one.get("policy").asString().getBytes(UTF_8));
            Cli.Answer answer = Cli.execute("log", log.toString(), "--policy", policy.toString(), "--json");
            boolean verified = one.get("verified").asBoolean();
            assertThat(answer.code()).as(rule + ": " + answer.out()).isEqualTo(verified ? 0 : 1);
            if (verified) {
                assertThat(answer.out())
                        .as(rule)
                        .contains("\"stateHeads\":" + one.get("stateHeads").asInt() + ",");
            }
        }
    }
}
