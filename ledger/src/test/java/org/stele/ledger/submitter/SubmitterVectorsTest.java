package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that are published with the specification hold, and are those that this code makes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmitterVectorsTest {

    private final JsonNode vectors;
    private final String published;

    SubmitterVectorsTest() throws IOException {
        try (InputStream in = SubmitterVectorsTest.class.getResourceAsStream("/submitters.json")) {
            published = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
        vectors = JsonMapper.shared().readTree(published);
    }

    @Test
    void the_published_vectors_are_those_of_this_code() {
        assertThat(published).isEqualTo(SubmitterVectors.json());
    }

    @Test
    void keys_and_their_signatures_are_read() throws Exception {
        for (JsonNode one : vectors.get("keys")) {
            SigningKey key = SigningKey.parse(one.get("publicKey").asString());
            assertThat(key.id()).isEqualTo(one.get("id").asString());
            Jws.require(
                    one.get("jws").asString(),
                    key,
                    Hash.ofHex(one.get("challenge").asString()));
        }
        for (JsonNode refused : vectors.get("refusedKeys")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(refused.asString()));
        }
    }

    @Test
    void histories_end_as_published() {
        Roots roots = Roots.parse(List.of(
                vectors.get("roots").get(0).asString(),
                vectors.get("roots").get(1).asString()));
        int signed = 0;
        for (JsonNode history : vectors.get("histories")) {
            SubmitterCheck check = new SubmitterCheck(vectors.get("origin").asString(), roots);
            for (JsonNode event : history.get("events")) {
                String state = event.get("state").asString();
                if (event.get("body").isNull()) {
                    check.hidden(state);
                    continue;
                }
                byte[] body = Base64.getDecoder().decode(event.get("body").asString());
                SubmitterFinding found = check.event(event.get("position").asLong(), state, body);
                assertThat(found.status().name())
                        .as("%s: %s", history.get("name"), found)
                        .isEqualTo(event.get("finding").asString());
                signed += found.status() == SubmitterFinding.Status.SIGNED ? 1 : 0;
            }
        }
        assertThat(signed).isGreaterThan(4);
    }
}
