package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts that are published with the format. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictVectorsTest {

    private final JsonNode vectors =
            JsonMapper.shared().readTree(VerdictVectorsTest.class.getResourceAsStream("/verdicts.json"));

    @Test
    void the_verdicts_are_the_published_ones() {
        assertThat(vectors.get("policy").asString()).isEqualTo(VerdictCorpus.policy());
        long verified = 0;
        for (JsonNode one : vectors.get("cases")) {
            VerdictCorpus.Case question = new VerdictCorpus.Case(
                    one.get("name").asString(),
                    one.get("kind").asString(),
                    Base64.getDecoder().decode(one.get("file").asString()),
                    bytes(one.get("leaf")),
                    bytes(one.get("since")),
                    one.get("verified").asBoolean());
            assertThat(VerdictCorpus.judge(question)).as(question.name()).isEqualTo(question.verified());
            verified += question.verified() ? 1 : 0;
        }
        assertThat(verified).isBetween(8L, vectors.get("cases").size() / 2L);
    }

    private static byte @Nullable [] bytes(@Nullable JsonNode base64) {
        return base64 == null ? null : Base64.getDecoder().decode(base64.asString());
    }
}
