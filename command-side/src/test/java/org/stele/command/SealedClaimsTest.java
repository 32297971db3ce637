package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.testing.CommandServer;
import org.stele.events.EventJson;
import org.stele.events.PersonsCount;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ProtectedClaim;
import org.stele.events.seal.Seals;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A protected ground is nowhere in the ledger, and the claim lives on like any other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedClaimsTest extends CommandServer {

    private static final String BODY =
            "{\"ground\":\"HUMAN_RIGHTS_LAW\",\"count\":2,\"summary\":\"Two persons may stay.\"}";

    @Autowired
    private Seals seals;

    @Test
    void what_is_stored_tells_count_and_days_only_and_the_key_opens_the_rest() throws Exception {
        JsonNode receipt = client().recorded("/api/v1/exemption-claims", signatory("DNK"), BODY);

        StoredEvent event =
                Objects.requireNonNull(ledger().at(receipt.path("position").longValue()));
        assertThat(new String(event.body(), StandardCharsets.UTF_8)).doesNotContain("HUMAN_RIGHTS", "may stay");
        ExemptionClaimed claim = EventJson.MAPPER.readValue(event.payload(), ExemptionClaimed.class);
        assertThat(claim.count()).isEqualTo(new PersonsCount(2));
        assertThat(EventJson.MAPPER.readValue(
                        seals.open(Objects.requireNonNull(claim.sealed()), claim.claim()), ProtectedClaim.class))
                .isEqualTo(new ProtectedClaim(ExemptionGround.HUMAN_RIGHTS_LAW, "Two persons may stay.", null));
    }

    @Test
    void a_repetition_has_the_first_receipt_although_its_box_would_be_another() {
        Map<String, String> headers = signatory("DNK");

        assertThat(client().recorded("/api/v1/exemption-claims", headers, BODY))
                .isEqualTo(client().recorded("/api/v1/exemption-claims", headers, BODY));
    }

    @Test
    void it_is_disputed_upheld_and_withdrawn_like_any_other() {
        String claim = "/api/v1/claims/" + client().created("/api/v1/exemption-claims", signatory("DNK"), BODY);

        client().recorded(claim + "/dispute", as("monitor"), "{\"body\":\"MSMT\"}");
        client().recorded(claim + "/upholding", as("chair"), "{}");
        client().recorded(claim + "/withdrawal", signatory("DNK"), "{\"reason\":\"They have left.\"}");
    }
}
