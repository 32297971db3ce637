package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.TestDatabase;
import org.stele.identity.accesslog.AccessChain;
import org.stele.identity.accesslog.AccessRow;
import org.stele.identity.accesslog.AccessRows;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;

/** What the access log keeps of requests to two nodes, and that nothing of it can be taken back unseen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogOverHttpTest {

    private static final String PASSWORD = "four words nobody joins";
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private static TestDatabase database;
    private static SampleNode one;
    private static SampleNode other;
    private static Accounts accounts;
    private static AccessRows rows;
    private static int made;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        one = SampleNode.start(database, true);
        other = SampleNode.start(database, true);
        accounts = one.bean(Accounts.class);
        rows = new AccessRows(database.query());
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    private static Account account(Role role, @Nullable MemberState state) {
        made++;
        return accounts.open(
                UUID.randomUUID(),
                "reader-" + made,
                new Actor("STAFF-" + made, role, state),
                one.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private static HttpClient signedIn(Account account, String password) throws Exception {
        HttpClient browser = SampleNode.browser();
        one.fillIn(browser, "/sign-in", Map.of("username", account.username(), "password", password));
        return browser;
    }

    /** The rows of one person, as "what outcome address detail", once there are so many. */
    private static List<String> of(String staffId, int count) {
        Callable<List<String>> found = () -> rows.read(0, Instant.EPOCH, END, 1_000).stream()
                .filter(row -> staffId.equals(row.entry().staffId()))
                .map(AccessLogOverHttpTest::words)
                .toList();
        return await().until(found, list -> list.size() >= count);
    }

    private static String words(AccessRow row) {
        return row.entry().what().id() + " " + row.entry().outcome() + " "
                + row.entry().address() + " " + row.entry().detail();
    }

    @Test
    void sign_ins_failures_changes_and_the_end_of_a_session_are_kept_without_what_was_typed() throws Exception {
        Account account = account(Role.SIGNATORY, MemberState.NOR);
        signedIn(account, "a secret that is wrong");
        HttpClient browser = signedIn(account, PASSWORD);
        one.fillIn(browser, "/account", "/account/tokens", Map.of("label", "nightly", "days", "30"));
        one.post(browser, "/sign-out", Map.of(), "");

        assertThat(of(account.actor().staffId(), 4))
                .containsExactly(
                        "sign-in refused /sign-in password",
                        "sign-in done /sign-in password",
                        "account done /account/tokens null",
                        "sign-out done /sign-out session");
        assertThat(JdbcClient.create(database.superuser())
                        .sql("SELECT string_agg(e::text, ' ') FROM access_log.entry e")
                        .query(String.class)
                        .single())
                .doesNotContain("a secret", PASSWORD, account.username(), "nightly");
    }

    @Test
    void reads_of_whoever_sees_more_than_the_public_are_kept_on_every_node_and_others_are_not() throws Exception {
        Account auditor = account(Role.AUDITOR, null);
        Account official = account(Role.SIGNATORY, MemberState.NOR);
        SecretText token = SecretText.random("t-", new SecureRandom());
        accounts.addToken(auditor, token, null);
        HttpClient browser = signedIn(official, PASSWORD);
        other.get(browser, "/api/v1/audience");

        for (String path :
                List.of("/api/v1/audience", "/api/v1/audience?audience=PUBLIC", "/page?utm_source=audience=PUBLIC")) {
            SampleNode.browser()
                    .send(
                            other.request(path)
                                    .header("Authorization", "Bearer " + token.text())
                                    .build(),
                            BodyHandlers.ofString());
        }

        assertThat(of(auditor.actor().staffId(), 2))
                .containsExactly("read done /api/v1/audience null", "read done /page null");
        assertThat(of(official.actor().staffId(), 1)).containsExactly("sign-in done /sign-in password");
    }

    @Test
    void what_is_refused_is_kept_and_the_start_with_its_settings() throws Exception {
        SampleNode.browser()
                .send(
                        one.request("/api/v1/commands")
                                .header("Authorization", "Bearer t-wrong")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        await().until(() -> rows.read(0, Instant.EPOCH, END, 1_000).stream()
                .map(AccessLogOverHttpTest::words)
                .anyMatch("refusal refused 401 /api/v1/commands POST"::equals));
        assertThat(rows.read(0, Instant.EPOCH, END, 1_000))
                .anyMatch(row -> words(row).startsWith("start done null"));
    }

    @Test
    void neither_side_and_not_the_owner_changes_or_deletes_a_row() throws Exception {
        signedIn(account(Role.CHAIR, null), PASSWORD);
        await().until(() -> !rows.last(1).isEmpty());

        for (var role : List.of(database.command(), database.query(), database.owner())) {
            for (String change : List.of(
                    "UPDATE access_log.entry SET outcome = 'x'",
                    "DELETE FROM access_log.entry",
                    "TRUNCATE access_log.entry")) {
                assertThatThrownBy(() -> JdbcClient.create(role).sql(change).update())
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    @Test
    void rows_of_both_nodes_are_one_chain() throws Exception {
        Account account = account(Role.CHAIR, null);
        HttpClient browser = signedIn(account, PASSWORD);
        for (int i = 0; i < 40; i++) {
            (i % 2 == 0 ? one : other).get(browser, "/api/v1/audience");
        }

        assertThat(of(account.actor().staffId(), 41)).hasSize(41);
        AccessChain chain = new AccessChain(rows);
        assertThat(chain.check(List.of())).isGreaterThan(40);
        var hour = chain.next(null, END).orElseThrow();
        assertThat(hour.first()).isEqualTo(1);
        assertThat(chain.check(List.of(hour))).isGreaterThanOrEqualTo(hour.last());
        assertThat(chain.next(hour, hour.hour())).isEmpty();
        assertThat(Objects.requireNonNull(hour.lastHash().hex())).hasSize(64);
    }
}
