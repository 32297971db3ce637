package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** What people change of their own account, on two nodes that share a database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountOverHttpTest {

    private static final String PASSWORD = "four words nobody joins";
    private static final String NEXT = "five other words nobody joins";
    private static final Pattern SECRET = Pattern.compile("<li><code>([^<]+)</code></li>");

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
                "owner-" + made,
                new Actor("NOR-PM-" + made, Role.SIGNATORY, MemberState.NOR),
                one.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private static HttpClient signedIn(Account account) throws Exception {
        return signedIn(account, PASSWORD);
    }

    private static HttpClient signedIn(Account account, String password) throws Exception {
        HttpClient browser = SampleNode.browser();
        one.fillIn(browser, "/sign-in", Map.of("username", account.username(), "password", password));
        return browser;
    }

    private static String audience(SampleNode node, HttpClient browser) throws Exception {
        return node.get(browser, "/api/v1/audience").body();
    }

    private static int statusByToken(SampleNode node, String token) throws Exception {
        return SampleNode.browser()
                .send(
                        node.request("/api/v1/audience")
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static List<String> secrets(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return SECRET.matcher(answer.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static HttpResponse<String> makeToken(HttpClient browser, String label, String days) throws Exception {
        return one.fillIn(browser, "/account", "/account/tokens", Map.of("label", label, "days", days));
    }

    private static HttpResponse<String> changePassword(HttpClient browser, String old) throws Exception {
        return one.fillIn(
                browser, "/account", "/account/password", Map.of("old", old, "password", NEXT, "again", NEXT));
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in() throws Exception {
        HttpResponse<String> answer = one.getPage(SampleNode.browser(), "/account");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?continue=%2Faccount");
    }

    @Test
    void after_a_new_password_every_other_session_and_every_token_is_out_on_every_node() throws Exception {
        Account account = account();
        HttpClient here = signedIn(account);
        HttpClient elsewhere = signedIn(account);
        HttpClient neighbour = signedIn(account());
        String token = secrets(makeToken(here, "nightly", "30")).getFirst();
        SecretText old = SecretText.random("t-", new SecureRandom());
        accounts.addToken(account, old, null);
        assertThat(audience(other, elsewhere)).isEqualTo("STATE NOR");
        assertThat(statusByToken(other, token)).isEqualTo(200);
        assertThat(statusByToken(other, old.text())).isEqualTo(200);

        HttpResponse<String> changed = changePassword(here, PASSWORD);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
        assertThat(audience(other, elsewhere)).isEqualTo("PUBLIC");
        assertThat(statusByToken(other, token)).isEqualTo(401);
        assertThat(statusByToken(one, old.text())).isEqualTo(401);
        assertThat(audience(other, here)).isEqualTo("STATE NOR");
        assertThat(audience(one, here)).isEqualTo("STATE NOR");
        assertThat(audience(other, neighbour)).isEqualTo("STATE NOR");
        assertThat(audience(one, signedIn(account))).isEqualTo("PUBLIC");
        assertThat(audience(one, signedIn(account, NEXT))).isEqualTo("STATE NOR");
    }

    /** As happens where somebody signs in with the old password while it is being changed. */
    @Test
    void a_session_that_began_with_the_old_password_is_out_even_where_its_row_stays() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        assertThat(audience(other, browser)).isEqualTo("STATE NOR");

        accounts.changePassword(account, one.bean(PasswordEncoder.class).encode(NEXT));

        HttpResponse<String> refused = other.get(browser, "/api/v1/audience");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("credential-invalid");
    }

    @Test
    void a_password_is_changed_by_whoever_knows_the_old_one_or_a_code_alone() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        String code = secrets(one.fillIn(browser, "/account", "/account/recovery-codes", Map.of()))
                .getFirst();

        assertThat(changePassword(browser, "wrong").statusCode()).isEqualTo(422);
        assertThat(one.fillIn(
                                browser,
                                "/account",
                                "/account/password",
                                Map.of("old", PASSWORD, "password", "short", "again", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(changePassword(browser, code).statusCode()).isEqualTo(303);
        assertThat(changePassword(browser, code).statusCode()).isEqualTo(422);
    }

    @Test
    void all_other_sessions_end_and_the_tokens_stay() throws Exception {
        Account account = account();
        HttpClient here = signedIn(account);
        HttpClient elsewhere = signedIn(account);
        String token = secrets(makeToken(here, "nightly", "1")).getFirst();

        one.fillIn(here, "/account", "/account/sessions/end-others", Map.of());

        assertThat(audience(other, elsewhere)).isEqualTo("PUBLIC");
        assertThat(audience(other, here)).isEqualTo("STATE NOR");
        assertThat(statusByToken(other, token)).isEqualTo(200);
    }

    @Test
    void a_recovery_code_signs_in_once_and_is_counted() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        assertThat(one.getPage(browser, "/account").body()).contains("No code is left.");

        List<String> codes = secrets(one.fillIn(browser, "/account", "/account/recovery-codes", Map.of()));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        HttpClient another = signedIn(account, codes.get(3).toUpperCase(java.util.Locale.ROOT));
        assertThat(audience(other, another)).isEqualTo("STATE NOR");
        assertThat(one.getPage(another, "/account").body())
                .contains("9 codes are left.")
                .doesNotContain(codes.get(4));
        assertThat(audience(one, signedIn(account, codes.get(3)))).isEqualTo("PUBLIC");
        assertThat(audience(one, signedIn(account(), codes.get(4)))).isEqualTo("PUBLIC");
        assertThat(audience(one, signedIn(account, "4" + codes.get(5).substring(1))))
                .isEqualTo("PUBLIC");
        assertThat(JdbcClient.create(database.superuser())
                        .sql("SELECT hash FROM identity.recovery_code")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(hash -> hash.startsWith("$2a$11$"));
    }

    @Test
    void new_codes_make_the_old_ones_void() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        String old = secrets(one.fillIn(browser, "/account", "/account/recovery-codes", Map.of()))
                .getFirst();

        one.fillIn(browser, "/account", "/account/recovery-codes", Map.of());

        assertThat(audience(one, signedIn(account, old))).isEqualTo("PUBLIC");
        assertThat(one.getPage(browser, "/account").body()).contains("10 codes are left.");
    }

    @Test
    void a_token_is_shown_once_acts_for_its_owner_and_is_ended_by_its_owner_alone() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        String token = secrets(makeToken(browser, "nightly import", "90")).getFirst();
        String page = one.getPage(browser, "/account").body();
        String id = JdbcClient.create(database.superuser())
                .sql("SELECT id FROM identity.access_token WHERE account = :account")
                .param("account", account.id())
                .query(String.class)
                .single();

        assertThat(page).contains("nightly import").doesNotContain(token);
        assertThat(statusByToken(other, token)).isEqualTo(200);
        one.fillIn(signedIn(account()), "/account", "/account/tokens/end", Map.of("id", id));
        assertThat(statusByToken(other, token)).isEqualTo(200);
        one.fillIn(browser, "/account", "/account/tokens/end", Map.of("id", id));
        assertThat(statusByToken(other, token)).isEqualTo(401);
        assertThat(one.getPage(browser, "/account").body()).doesNotContain("nightly import");
    }

    @ParameterizedTest
    @CsvSource({
        "label,0",
        "label,91",
        "label,-1",
        "label,x",
        "label,''",
        "label,1.5",
        "label,9999999999",
        "'',30",
        "' ',30"
    })
    void a_token_has_a_name_and_an_end_within_90_days(String label, String days) throws Exception {
        HttpResponse<String> answer = makeToken(signedIn(account()), label, days);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(secretsOf(answer)).isEmpty();
    }

    private static List<String> secretsOf(HttpResponse<String> answer) {
        return SECRET.matcher(answer.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/password",
                "/account/recovery-codes",
                "/account/tokens",
                "/account/tokens/end",
                "/account/sessions/end-others",
                "/account/passkeys/removal"
            })
    void nothing_is_changed_without_the_forms_token_nor_by_a_programs_token(String path) throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        String token = secrets(makeToken(browser, "nightly", "1")).getFirst();
        Map<String, String> fields = Map.of(
                "old",
                PASSWORD,
                "password",
                NEXT,
                "again",
                NEXT,
                "label",
                "a",
                "days",
                "1",
                "id",
                account.id().toString());

        assertThat(one.post(browser, path, fields, "").statusCode()).isEqualTo(403);
        assertThat(one.post(SampleNode.browser(), path, fields, "").statusCode())
                .isEqualTo(403);
        HttpResponse<String> byToken = SampleNode.browser()
                .send(
                        one.request(path)
                                .header("Authorization", "Bearer " + token)
                                .header("Origin", one.origin())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "old=" + PASSWORD.replace(' ', '+') + "&id=" + account.id()))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(byToken.statusCode()).isEqualTo(403);
        assertThat(byToken.body()).contains("session-required");
        assertThat(audience(one, signedIn(account))).isEqualTo("STATE NOR");
    }

    private static HttpResponse<String> guess(Account account, int number) throws Exception {
        return one.fillIn(
                SampleNode.browser(),
                "/sign-in",
                Map.of("username", account.username(), "password", "guess " + number));
    }

    @Test
    void who_guesses_waits_and_the_owner_elsewhere_does_not() throws Exception {
        Account account = account();
        for (int i = 0; i < 10; i++) {
            guess(account, i);
        }

        HttpResponse<String> answer = guess(account, 10);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.body()).contains("Too many passwords");
        assertThat(audience(one, signedIn(account()))).isEqualTo("STATE NOR");
        assertThat(audience(other, signedInAt(other, account))).isEqualTo("STATE NOR");
    }

    private static HttpClient signedInAt(SampleNode node, Account account) throws Exception {
        HttpClient browser = SampleNode.browser();
        node.fillIn(browser, "/sign-in", Map.of("username", account.username(), "password", PASSWORD));
        return browser;
    }
}
