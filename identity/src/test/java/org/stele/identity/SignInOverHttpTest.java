package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.TestDatabase;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;

/** Signing in and out, on two nodes that share a database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInOverHttpTest {

    private static final String PASSWORD = "four words nobody joins";

    private static TestDatabase database;
    private static SampleNode one;
    private static SampleNode other;
    private static SampleNode closed;
    private static Accounts accounts;
    private static int made;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        one = SampleNode.start(database, true);
        other = SampleNode.start(database, true);
        closed = SampleNode.start(database, false);
        accounts = one.bean(Accounts.class);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        closed.close();
    }

    private static Account signatory() {
        made++;
        return accounts.open(
                UUID.randomUUID(),
                "signatory-" + made,
                new Actor("NOR-PM-" + made, Role.SIGNATORY, MemberState.NOR),
                one.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private static HttpResponse<String> signIn(HttpClient browser, String username, String password) throws Exception {
        return one.fillIn(browser, "/sign-in", Map.of("username", username, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void a_session_is_known_on_every_node_and_ends_with_sign_out() throws Exception {
        Account account = signatory();
        HttpClient browser = SampleNode.browser();

        HttpResponse<String> answer =
                signIn(browser, " " + account.username().toUpperCase(java.util.Locale.ROOT), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("stele-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("STATE NOR");
        assertThat(other.get(browser, "/api/v1/audience").body()).isEqualTo("STATE NOR");

        other.post(browser, "/sign-out", Map.of(), "");

        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
    }

    @Test
    void an_account_that_is_closed_is_out_with_the_next_request_on_every_node() throws Exception {
        Account account = signatory();
        SecretText token = SecretText.random("t-", new SecureRandom());
        accounts.addToken(account, token, null);
        HttpClient browser = SampleNode.browser();
        signIn(browser, account.username(), PASSWORD);
        assertThat(other.get(browser, "/api/v1/audience").body()).isEqualTo("STATE NOR");

        accounts.close(account.id());

        HttpResponse<String> refused = other.get(browser, "/api/v1/audience");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("credential-invalid");
        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
        assertThat(byToken(one, token.text(), "/api/v1/audience").statusCode()).isEqualTo(401);
        assertThat(location(signIn(browser, account.username(), PASSWORD))).contains("failed");
    }

    @Test
    void a_token_is_good_until_its_time_and_reads_and_commands() throws Exception {
        Account account = signatory();
        SecretText good = SecretText.random("t-", new SecureRandom());
        SecretText outlived = SecretText.random("t-", new SecureRandom());
        accounts.addToken(account, good, Duration.ofMinutes(5));
        accounts.addToken(account, outlived, Duration.ofSeconds(-1));

        assertThat(byToken(one, good.text(), "/api/v1/audience").body()).isEqualTo("STATE NOR");
        assertThat(command(good.text()).body()).isEqualTo(account.actor().staffId());
        for (String wrong : new String[] {
            outlived.text(), good.text() + "x", "x", good.text().substring(1)
        }) {
            HttpResponse<String> refused = byToken(one, wrong, "/api/v1/audience");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("credential-invalid").doesNotContain(wrong);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        }
        assertThat(good).hasToString("SecretText[…]");
        assertThat(JdbcClient.create(database.superuser())
                        .sql("SELECT count(*) FROM identity.access_token WHERE sha256 = CAST(:text AS bytea)")
                        .param("text", good.text())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_wrong_password_an_unknown_name_and_an_account_without_a_password_look_the_same() throws Exception {
        Account account = signatory();
        Account invited = accounts.open(UUID.randomUUID(), "invited-" + made, account.actor(), null);
        HttpClient browser = SampleNode.browser();

        for (String[] tried : new String[][] {
            {account.username(), "wrong"},
            {account.username(), ""},
            {"nobody", PASSWORD},
            {"no body' OR 1=1 --", PASSWORD},
            {invited.username(), ""},
            {invited.username(), "null"}
        }) {
            HttpResponse<String> answer = signIn(browser, tried[0], tried[1]);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo("/sign-in?failed&continue=%2F");
        }
        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
        assertThat(one.getPage(browser, "/sign-in?failed").body()).contains("No open account has this name");
    }

    @Test
    void a_form_without_its_token_and_a_command_by_cookie_alone_are_refused() throws Exception {
        Account account = signatory();
        HttpClient browser = SampleNode.browser();
        Map<String, String> right = Map.of("username", account.username(), "password", PASSWORD);

        assertThat(location(one.post(browser, "/sign-in", right, ""))).contains("expired");
        assertThat(location(one.post(browser, "/sign-in", right, "x".repeat(96))))
                .contains("expired");
        signIn(browser, account.username(), PASSWORD);
        HttpResponse<String> command = browser.send(
                one.request("/api/v1/commands").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(command.statusCode()).isEqualTo(403);
        assertThat(command.body()).contains("form-expired");
    }

    @Test
    void a_session_gets_another_id_when_somebody_signs_in() throws Exception {
        Account account = signatory();
        HttpClient browser = SampleNode.browser();
        String first = cookie(signIn(browser, account.username(), PASSWORD));

        String second = cookie(signIn(browser, account.username(), PASSWORD));

        assertThat(first).isNotEmpty();
        assertThat(second).isNotEmpty().isNotEqualTo(first);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("stele-session="))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a\nb",
                "/a\\b",
                ""
            })
    void after_sign_in_nobody_is_sent_to_another_site(String next) throws Exception {
        Account account = signatory();

        HttpResponse<String> answer = one.fillIn(
                SampleNode.browser(),
                "/sign-in",
                Map.of("username", account.username(), "password", PASSWORD, "continue", next));

        assertThat(location(answer)).isEqualTo("/");
    }

    @Test
    void after_sign_in_the_page_that_was_asked_for_comes() throws Exception {
        Account account = signatory();
        HttpClient browser = SampleNode.browser();
        HttpResponse<String> asked = closed.getPage(browser, "/page?a=b&c=d");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/sign-in?continue=%2Fpage%3Fa%3Db%26c%3Dd");

        HttpResponse<String> answer = closed.fillIn(
                browser,
                location(asked),
                Map.of("username", account.username(), "password", PASSWORD, "continue", "/page?a=b&c=d"));

        assertThat(location(answer)).isEqualTo("/page?a=b&c=d");
        assertThat(closed.getPage(browser, "/page?a=b&c=d").body()).isEqualTo("STATE NOR");
    }

    @Test
    void an_address_that_is_too_long_for_a_header_is_not_come_back_to() throws Exception {
        HttpResponse<String> asked = closed.getPage(SampleNode.browser(), "/page?a=" + "%5B".repeat(2_000));

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/sign-in?continue=%2F");
    }

    @Test
    void where_there_is_no_public_nobody_reads_without_signing_in() throws Exception {
        HttpClient nobody = SampleNode.browser();

        assertThat(closed.get(nobody, "/api/v1/audience").statusCode()).isEqualTo(401);
        assertThat(closed.get(nobody, "/api/v1/audience").body()).contains("actor-missing");
        assertThat(one.get(nobody, "/api/v1/audience").body()).isEqualTo("PUBLIC");
        HttpResponse<String> command = nobody.send(
                one.request("/api/v1/commands").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(command.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Stele-User", "X-Stele-Role", "x-stele-state"})
    void a_header_that_names_a_role_is_refused_with_and_without_a_credential(String header) throws Exception {
        SecretText token = SecretText.random("t-", new SecureRandom());
        accounts.addToken(signatory(), token, null);

        for (String credential : new String[] {"Bearer " + token.text(), ""}) {
            HttpResponse<String> answer = SampleNode.browser()
                    .send(
                            one.request("/api/v1/audience")
                                    .header(header, "auditor")
                                    .header("Authorization", credential)
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("actor-headers-refused");
        }
    }

    @Test
    void what_a_session_holds_is_no_serialized_object() throws Exception {
        Account account = signatory();
        HttpClient browser = SampleNode.browser();
        signIn(browser, account.username(), PASSWORD);
        JdbcClient tables = JdbcClient.create(database.superuser());

        assertThat(tables.sql("SELECT attribute_bytes FROM identity.session_attributes")
                        .query((row, _) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .list())
                .isNotEmpty()
                .allMatch(json -> json.startsWith("{"))
                .noneMatch(json -> json.contains("$2a$"));

        tables.sql("""
                        UPDATE identity.session_attributes SET attribute_bytes = convert_to(
                            '{"@class":"javax.swing.JEditorPane","text":"x"}', 'UTF8')
                        """).update();
        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
        tables.sql("DELETE FROM identity.session").update();
    }

    @Test
    void an_invitation_sets_a_password_once() throws Exception {
        Account account = accounts.open(
                UUID.randomUUID(), "invited", new Actor("NOR-PM-9", Role.SIGNATORY, MemberState.NOR), null);
        SecretText invitation = SecretText.random("", new SecureRandom());
        accounts.invite(account, invitation, Duration.ofHours(1));
        String path = "/invitations/" + invitation.text();
        HttpClient browser = SampleNode.browser();

        HttpResponse<String> tooShort = one.fillIn(browser, path, Map.of("password", "short", "again", "short"));
        HttpResponse<String> another = one.fillIn(browser, path, Map.of("password", PASSWORD, "again", PASSWORD + "."));
        HttpResponse<String> kept = one.fillIn(browser, path, Map.of("password", PASSWORD, "again", PASSWORD));

        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("at least 15 characters");
        assertThat(another.body()).contains("not the same");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(one.getPage(browser, path).statusCode()).isEqualTo(404);
        assertThat(location(signIn(browser, "invited", PASSWORD))).isEqualTo("/");
        assertThat(one.getPage(browser, "/invitations/unknown").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> byToken(SampleNode node, String token, String path) throws Exception {
        return SampleNode.browser()
                .send(
                        node.request(path)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpResponse<String> command(String token) throws Exception {
        return SampleNode.browser()
                .send(
                        one.request("/api/v1/commands")
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
