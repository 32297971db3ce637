package org.stele.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stele.command.testing.Client.as;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stele.command.testing.CommandServer;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import tools.jackson.databind.JsonNode;

/** Accounts follow what is on record, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccreditationsOverHttpTest extends CommandServer {

    private static final String ACCREDITATIONS = "/api/v1/accreditations";

    @Autowired
    private Accounts accounts;

    private static String body(String official) {
        return "{\"official\":\"%s\",\"role\":\"signatory\",\"memberState\":\"NOR\"}".formatted(official);
    }

    @Test
    void an_accreditation_opens_an_account_with_an_invitation_that_is_kept_nowhere() {
        Map<String, String> registrar = as("registrar");
        JsonNode first = client().recorded(ACCREDITATIONS, registrar, body("NOR-PM-70"));
        JsonNode again = client().recorded(ACCREDITATIONS, registrar, body("NOR-PM-70"));

        assertThat(again.path("position")).isEqualTo(first.path("position"));
        assertThat(first.path("username").stringValue()).isEqualTo("nor-pm-70");
        String invitation = first.path("invitation").stringValue();
        assertThat(again.path("invitation").stringValue()).isNotEqualTo(invitation);
        Account account = invited(invitation).orElseThrow();
        assertThat(account.id()).hasToString(first.path("id").stringValue());
        assertThat(account.actor().role()).isEqualTo(Role.SIGNATORY);
        assertThat(new String(
                        Objects.requireNonNull(
                                        ledger().at(first.path("position").longValue()))
                                .body(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(invitation.substring("/invitations/".length()));

        accounts.accept(text(invitation), "stored");
        String other = again.path("invitation").stringValue();
        assertThat(invited(other)).isEmpty();
        assertThat(accounts.accept(text(other), "another's")).isEmpty();

        assertThat(client().recorded(ACCREDITATIONS, registrar, body("NOR-PM-70"))
                        .path("invitation")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_withdrawn_accreditation_closes_its_account_with_the_answer() {
        String id = client().created(ACCREDITATIONS, as("registrar"), body("NOR-PM-71"));
        assertThat(accounts.find("nor-pm-71")).isPresent();

        client().recorded(ACCREDITATIONS + "/" + id + "/withdrawal", as("registrar"), "{\"reason\":\"Left\"}");

        assertThat(accounts.find("nor-pm-71")).isEmpty();
        assertThat(client().refused(409, ACCREDITATIONS, as("registrar"), body("NOR-PM-71"))
                        .path("code")
                        .stringValue())
                .isEqualTo("username-taken");
    }

    @Test
    void an_account_that_nobody_accredited_is_closed_and_an_accredited_one_stays() {
        client().created(ACCREDITATIONS, as("registrar"), body("NOR-PM-72"));
        Account planted =
                accounts.open(UUID.randomUUID(), "planted", new Actor("planted", Role.AUDITOR, null), "stored");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> accounts.find(planted.id()).isEmpty());

        assertThat(accounts.find("nor-pm-72")).isPresent();
    }

    @Test
    void a_role_that_there_is_not_and_a_name_that_is_taken_are_refused() {
        client().created(ACCREDITATIONS, as("registrar"), body("NOR-PM-73"));
        long before = head();

        assertThat(client().refused(400, ACCREDITATIONS, as("registrar"), "{\"official\":\"x\",\"role\":\"admin\"}")
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("role");
        client().refused(409, ACCREDITATIONS, as("registrar"), body("nor-pm-73"));
        client().refused(403, ACCREDITATIONS, as("signatory", "NOR"), body("NOR-PM-74"));

        assertThat(head()).isEqualTo(before);
        assertThat(accounts.find("nor-pm-74")).isEmpty();
    }

    private Optional<Account> invited(String path) {
        return accounts.findInvited(text(path));
    }

    private static SecretText text(String path) {
        return new SecretText(path.substring("/invitations/".length()));
    }
}
