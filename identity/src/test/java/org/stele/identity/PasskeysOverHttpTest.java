package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.identity.TestPasskey.PRESENT;
import static org.stele.identity.TestPasskey.VERIFIED;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.TestDatabase;
import org.stele.identity.TestPasskey.Assertion;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/** Passkeys of an emulated authenticator, on two nodes that share a database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PasskeysOverHttpTest {

    private static final String PASSWORD = "four words nobody joins";
    private static final String RP = "localhost";

    private static TestDatabase database;
    private static SampleNode one;
    private static SampleNode other;
    private static Accounts accounts;
    private static int made;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        one = SampleNode.start(database, true);
        other = SampleNode.start(database, true);
        accounts = one.bean(Accounts.class);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    private static Account account() {
        made++;
        return accounts.open(
                UUID.randomUUID(),
                "passkey-" + made,
                new Actor("NOR-PM-" + made, Role.SIGNATORY, MemberState.NOR),
                one.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private static HttpClient signedIn(Account account) throws Exception {
        HttpClient browser = SampleNode.browser();
        one.fillIn(browser, "/sign-in", Map.of("username", account.username(), "password", PASSWORD));
        return browser;
    }

    private static TestPasskey registered(Account account) throws Exception {
        TestPasskey passkey = new TestPasskey();
        HttpResponse<String> answer = passkey.register(one, signedIn(account), true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return passkey;
    }

    private static Assertion right(TestPasskey passkey, HttpClient browser) throws Exception {
        return passkey.sign(RP, one.origin(), TestPasskey.challenge(one, browser), PRESENT | VERIFIED);
    }

    @Test
    void a_passkey_signs_in_and_the_session_is_known_on_every_node() throws Exception {
        Account account = account();
        TestPasskey passkey = registered(account);
        HttpClient browser = SampleNode.browser();

        HttpResponse<String> answer = TestPasskey.signIn(one, browser, right(passkey, browser));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(other.get(browser, "/api/v1/audience").body()).isEqualTo("STATE NOR");
        assertThat(one.getPage(browser, "/account").body()).contains("emulated", account.username());
    }

    @Test
    void without_a_check_of_the_user_it_neither_registers_nor_signs_in() throws Exception {
        Account account = account();
        TestPasskey passkey = registered(account);
        HttpClient browser = SampleNode.browser();

        HttpResponse<String> notRegistered = new TestPasskey().register(one, signedIn(account()), false);
        HttpResponse<String> notSignedIn = TestPasskey.signIn(
                one, browser, passkey.sign(RP, one.origin(), TestPasskey.challenge(one, browser), PRESENT));

        assertThat(notRegistered.statusCode()).isEqualTo(422);
        assertThat(notRegistered.body()).contains("passkey-refused");
        requireRefused(notSignedIn, browser);
    }

    @Test
    void what_was_signed_for_another_origin_or_another_site_is_refused() throws Exception {
        TestPasskey passkey = registered(account());
        HttpClient browser = SampleNode.browser();

        for (String origin : new String[] {
            "http://127.0.0.1:" + one.port(), "https://evil.example", "http://localhost", "http://localhost:1"
        }) {
            requireRefused(
                    TestPasskey.signIn(
                            one,
                            browser,
                            passkey.sign(RP, origin, TestPasskey.challenge(one, browser), PRESENT | VERIFIED)),
                    browser);
        }
        requireRefused(
                TestPasskey.signIn(
                        one,
                        browser,
                        passkey.sign(
                                "evil.example", one.origin(), TestPasskey.challenge(one, browser), PRESENT | VERIFIED)),
                browser);
    }

    @Test
    void a_challenge_is_used_once_on_whichever_node_and_only_in_its_browser() throws Exception {
        TestPasskey passkey = registered(account());
        HttpClient browser = SampleNode.browser();
        Assertion assertion = right(passkey, browser);
        assertThat(TestPasskey.signIn(one, browser, assertion).statusCode()).isEqualTo(204);

        HttpClient again = SampleNode.browser();
        requireRefused(TestPasskey.signIn(one, browser, assertion), again);
        requireRefused(TestPasskey.signIn(other, browser, assertion), again);
        requireRefused(TestPasskey.signIn(one, again, right(passkey, browser)), again);
    }

    @Test
    void an_altered_signature_and_another_key_are_refused() throws Exception {
        Account victim = account();
        TestPasskey passkey = registered(victim);
        TestPasskey attacker = registered(account());
        HttpClient browser = SampleNode.browser();

        Assertion good = right(passkey, browser);
        byte[] altered = good.signature().clone();
        altered[altered.length - 1] ^= 1;
        requireRefused(
                TestPasskey.signIn(
                        one, browser, new Assertion(good.id(), good.data(), good.client(), altered, good.owner())),
                browser);

        Assertion others = right(attacker, browser);
        requireRefused(
                TestPasskey.signIn(
                        one,
                        browser,
                        new Assertion(passkey.id(), others.data(), others.client(), others.signature(), good.owner())),
                browser);

        Assertion names = right(attacker, browser);
        requireRefused(
                TestPasskey.signIn(
                        one,
                        browser,
                        new Assertion(names.id(), names.data(), names.client(), names.signature(), good.owner())),
                browser);
    }

    @Test
    void a_copied_passkey_whose_count_falls_behind_is_refused() throws Exception {
        TestPasskey passkey = registered(account());
        HttpClient browser = SampleNode.browser();
        passkey.setCount(200);
        assertThat(TestPasskey.signIn(one, browser, right(passkey, browser)).statusCode())
                .isEqualTo(204);

        passkey.setCount(150);
        HttpClient another = SampleNode.browser();

        requireRefused(TestPasskey.signIn(one, another, right(passkey, another)), another);
    }

    @Test
    void a_removed_passkey_signs_in_no_more_and_nobody_removes_anothers() throws Exception {
        Account account = account();
        TestPasskey passkey = registered(account);
        String id = TestPasskey.text(passkey.id());
        HttpClient browser = SampleNode.browser();

        one.fillIn(signedIn(account()), "/account", "/account/passkeys/removal", Map.of("id", id));
        assertThat(TestPasskey.signIn(one, browser, right(passkey, browser)).statusCode())
                .isEqualTo(204);

        one.fillIn(browser, "/account", "/account/passkeys/removal", Map.of("id", id));
        HttpClient another = SampleNode.browser();
        requireRefused(TestPasskey.signIn(one, another, right(passkey, another)), another);
    }

    @Test
    void a_closed_account_has_no_passkeys() throws Exception {
        Account account = account();
        TestPasskey passkey = registered(account);
        accounts.close(account.id());
        HttpClient browser = SampleNode.browser();

        requireRefused(TestPasskey.signIn(one, browser, right(passkey, browser)), browser);
    }

    @Test
    void a_request_of_no_page_and_a_malformed_one_are_refused() throws Exception {
        HttpClient browser = signedIn(account());
        String token = one.formToken(browser, "/account");

        assertThat(one.postJson(browser, "/account/passkeys/options", "{}", "").statusCode())
                .isEqualTo(403);
        assertThat(one.postJson(SampleNode.browser(), "/sign-in/passkey/options", "{}", "")
                        .statusCode())
                .isEqualTo(403);
        for (String malformed : new String[] {"", "{", "[]", "null", "{\"label\":\"a\"}", "{\"credential\":{}}"}) {
            assertThat(one.postJson(browser, "/account/passkeys", malformed, token)
                            .statusCode())
                    .as(malformed)
                    .isEqualTo(400);
            assertThat(one.postJson(browser, "/sign-in/passkey", malformed, token)
                            .statusCode())
                    .as(malformed)
                    .isEqualTo(401);
        }
    }

    @Test
    void the_pages_say_where_passkeys_work() throws Exception {
        HttpClient browser = SampleNode.browser();

        assertThat(one.getPage(browser, "/sign-in").body())
                .contains("data-passkey=\"sign-in\"")
                .doesNotContain("do not work at this address");
        assertThat(browser.send(
                                java.net.http.HttpRequest.newBuilder(
                                                java.net.URI.create("http://127.0.0.1:" + one.port() + "/sign-in"))
                                        .header("Accept", "text/html")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("do not work at this address", one.origin() + "/sign-in")
                .doesNotContain("data-passkey=\"sign-in\"");
    }

    @Test
    void no_challenge_is_kept_that_was_used_or_is_too_old() throws Exception {
        JdbcClient tables = JdbcClient.create(database.superuser());
        tables.sql("UPDATE identity.passkey_challenge SET expires_at = now() - interval '1 s'")
                .update();
        TestPasskey passkey = registered(account());
        HttpClient browser = SampleNode.browser();
        Assertion late = right(passkey, browser);
        tables.sql("UPDATE identity.passkey_challenge SET expires_at = now() - interval '1 s'")
                .update();

        requireRefused(TestPasskey.signIn(one, browser, late), browser);

        assertThat(tables.sql("SELECT count(*) FROM identity.passkey_challenge")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void requireRefused(HttpResponse<String> answer, HttpClient browser) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("passkey-refused");
        assertThat(one.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
    }
}
