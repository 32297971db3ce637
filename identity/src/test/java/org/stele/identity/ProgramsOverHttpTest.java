package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.stele.identity.program.Program;
import org.stele.identity.program.Programs;
import org.stele.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** Programs that prove themselves by a key, at two nodes behind one proxy that share a database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgramsOverHttpTest {

    private static final String PASSWORD = "four words nobody joins";

    private static TestDatabase database;
    private static SampleNode one;
    private static SampleNode other;
    private static Accounts accounts;
    private static Programs programs;
    private static int made;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        String[] proxied = {"--STELE_TRUSTED_PROXY=127.0.0.1", "--stele.hosts=ledger.example"};
        one = SampleNode.start(database, true, proxied);
        other = SampleNode.start(database, true, proxied);
        accounts = one.bean(Accounts.class);
        programs = one.bean(Programs.class);
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
        HttpClient browser = SampleNode.browser();
        one.fillIn(browser, "/sign-in", Map.of("username", account.username(), "password", PASSWORD));
        return browser;
    }

    private static HttpResponse<String> fill(HttpClient browser, String path, Map<String, String> fields)
            throws Exception {
        return one.fillIn(browser, "/account/programs", path, fields);
    }

    private static TestProgram registered(Account account, HttpClient browser, String algorithm, String scopes)
            throws Exception {
        TestProgram program = new TestProgram(algorithm);
        Map<String, String> form = new HashMap<>(Map.of("label", "Customs", "key", program.pem(), "scope", scopes));
        HttpResponse<String> answer = fill(browser, "/account/programs", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        program.id = programs.list(account).getFirst().id().toString();
        return program;
    }

    private static TestProgram registered(String scopes) throws Exception {
        Account account = account();
        return registered(account, signedIn(account), "ES256", scopes);
    }

    private static void requireRefused(HttpResponse<String> answer, int status, String error, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode json = WebJson.MAPPER.readTree(answer.body());
        assertThat(json.get("error").asString()).as(answer.body()).isEqualTo(error);
        assertThat(json.get("error_description").asString()).contains(words);
    }

    private static String kid(TestProgram program) {
        return programs.find(UUID.fromString(program.id))
                .orElseThrow()
                .keys()
                .getFirst()
                .kid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "RS256"})
    void a_program_gets_a_token_of_five_minutes_for_its_audience_scope_and_state(String algorithm) throws Exception {
        Account account = account();
        TestProgram program = registered(account, signedIn(account), algorithm, "read,file");

        HttpResponse<String> answer = program.post(one, program.request("read file", program.assertion()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = WebJson.MAPPER.readTree(answer.body());
        assertThat(json.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(json.get("expires_in").asInt()).isBetween(290, 300);
        assertThat(List.of(json.get("scope").asString().split(" "))).containsExactlyInAnyOrder("read", "file");
        String token = json.get("access_token").asString();
        JsonNode claims = claims(token);
        assertThat(claims.get("iss").asString()).isEqualTo(TestProgram.ORIGIN);
        assertThat(claims.get("aud").toString()).contains(TestProgram.ORIGIN);
        assertThat(claims.get("state").asString()).isEqualTo("NOR");
        assertThat(claims.get("role").asString()).isEqualTo("signatory");
        assertThat(TestProgram.ask(other, "GET", "/api/v1/audience", token).body())
                .isEqualTo("STATE NOR");
        assertThat(TestProgram.ask(other, "POST", "/api/v1/commands", token).body())
                .isEqualTo(account.actor().staffId());
    }

    private static JsonNode claims(String token) {
        return WebJson.MAPPER.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    void a_token_does_what_its_scope_says_and_accredits_nobody() throws Exception {
        TestProgram program = registered("read,file");
        String read = program.token(one, "read");
        String file = program.token(one, "file");

        HttpResponse<String> command = TestProgram.ask(other, "POST", "/api/v1/commands", read);
        assertThat(command.statusCode()).isEqualTo(403);
        assertThat(command.body()).contains("scope-missing").contains("scope=file");
        assertThat(command.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"file\"");
        assertThat(TestProgram.ask(other, "GET", "/api/v1/audience", file).statusCode())
                .isEqualTo(403);
        for (String forPersons : List.of(
                "/api/v1/accreditations",
                "/api/v1/subjects/one/shredding",
                "/api/v1/events/7/unsealing",
                "/api/v1/events/7/redaction/confirmation",
                "/api/v1/events/7/damage-acceptance",
                "/sealed/7")) {
            HttpResponse<String> refused = TestProgram.ask(one, "POST", forPersons, file);
            assertThat(refused.statusCode()).as(forPersons).isEqualTo(403);
            assertThat(refused.body()).as(forPersons).contains("person-required");
        }
        assertThat(TestProgram.ask(one, "GET", "/account/programs", read).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_program_gets_no_scope_that_it_is_not_registered_for() throws Exception {
        TestProgram program = registered("read");

        for (String scope : new String[] {"file", "read file", "everything", ""}) {
            requireRefused(
                    program.post(one, program.request(scope, program.assertion())),
                    400,
                    "invalid_scope",
                    "Expected scope=read");
        }
    }

    @Test
    void a_token_is_good_at_the_origin_that_it_was_made_for() throws Exception {
        TestProgram program = registered("read");
        String token = program.token(one, "read");

        HttpResponse<String> elsewhere = SampleNode.browser()
                .send(
                        one.request("/api/v1/audience")
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(elsewhere.statusCode()).isEqualTo(401);
        assertThat(elsewhere.body()).contains("for the audience").contains(one.origin());
        Map<String, String> target = program.request("read", program.assertion());
        target.put("resource", "https://other.example");
        requireRefused(program.post(one, target), 400, "invalid_target", "https://ledger.example");
    }

    @Test
    void an_assertion_counts_once_on_all_nodes_together() throws Exception {
        TestProgram program = registered("read");
        Map<String, String> request = program.request("read", program.assertion());
        assertThat(program.post(one, request).statusCode()).isEqualTo(200);

        requireRefused(program.post(other, request), 401, "invalid_client", "used before");
        requireRefused(program.post(one, request), 401, "invalid_client", "used before");
    }

    private static void requireRefused(TestProgram program, String words, Consumer<Map<String, Object>> change)
            throws Exception {
        Map<String, Object> claims = program.claims();
        change.accept(claims);
        requireRefused(
                program.post(one, program.request("read", program.assertion(claims, null))),
                401,
                "invalid_client",
                words);
    }

    @Test
    void an_assertion_that_is_not_for_here_and_now_and_of_this_program_is_refused_with_words() throws Exception {
        TestProgram program = registered("read");
        long now = Instant.now().getEpochSecond();

        requireRefused(program, "expired at", claims -> claims.put("exp", now - 120));
        requireRefused(program, "at most 5 minutes", claims -> claims.put("exp", now + 3_600));
        requireRefused(program, "it has none", claims -> claims.remove("exp"));
        requireRefused(program, "Compare the clocks", claims -> claims.put("nbf", now + 300));
        requireRefused(program, "another audience", claims -> claims.put("aud", "https://other.example"));
        requireRefused(
                program,
                "another audience",
                claims -> claims.put("aud", List.of(TestProgram.ORIGIN, "https://other.example")));
        requireRefused(program, "as iss and as sub", claims -> claims.put("sub", "somebody"));
        requireRefused(program, "Expected a jti", claims -> claims.remove("jti"));
    }

    @Test
    void an_assertion_of_another_key_of_none_or_of_a_shared_secret_is_refused() throws Exception {
        TestProgram program = registered("read");
        TestProgram forger = new TestProgram("ES256");
        forger.id = program.id;
        String claims = TestProgram.part(program.claims());
        String none = TestProgram.part(Map.of("alg", "none")) + "." + claims + ".";
        String shared = TestProgram.part(Map.of("alg", "HS256")) + "." + claims + ".AAAA";

        requireRefused(
                forger.post(one, program.request("read", forger.assertion())),
                401,
                "invalid_client",
                "not signed by the key");
        for (String wrong : new String[] {none, shared, "x", "a.b.c", ""}) {
            assertThat(forger.post(one, program.request("read", wrong)).statusCode())
                    .as(wrong)
                    .isIn(400, 401);
        }
        requireRefused(
                forger.post(other, program.request("read", program.assertion(program.claims(), "unknown"))),
                401,
                "invalid_client",
                "has no key 'unknown'");
    }

    @Test
    void what_is_no_program_or_asks_otherwise_is_told_what_was_expected() throws Exception {
        TestProgram program = new TestProgram("ES256");
        for (String id : new String[] {UUID.randomUUID().toString(), "customs", "x' OR 1=1"}) {
            program.id = id;
            requireRefused(
                    program.post(one, program.request("read", program.assertion())),
                    401,
                    "invalid_client",
                    "No program is registered");
        }
        requireRefused(program.post(one, Map.of()), 401, "invalid_client", "private_key_jwt");
        requireRefused(
                program.post(one, Map.of("grant_type", "client_credentials", "client_id", "a", "client_secret", "b")),
                401,
                "invalid_client",
                "private_key_jwt");
        TestProgram known = registered("read");
        Map<String, String> password = known.request("read", known.assertion());
        password.put("grant_type", "password");
        requireRefused(known.post(one, password), 400, "unsupported_grant_type", "client_credentials");
    }

    @Test
    void a_revoked_key_and_what_it_got_are_out_at_once_and_the_next_key_goes_on() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        TestProgram program = registered(account, browser, "ES256", "read");
        String old = program.token(one, "read");
        TestProgram next = new TestProgram("EdDSA");
        next.id = program.id;
        assertThat(fill(browser, "/account/programs/keys", Map.of("id", program.id, "key", next.pem()))
                        .statusCode())
                .isEqualTo(303);
        requireRefused(
                program.post(one, program.request("read", program.assertion())), 401, "invalid_client", "names none");
        Program stored = programs.find(UUID.fromString(program.id)).orElseThrow();
        String oldKid = stored.keys().getFirst().kid();
        String nextKid = stored.keys().getLast().kid();

        fill(browser, "/account/programs/keys/revocation", Map.of("id", program.id, "kid", oldKid));

        HttpResponse<String> refused = TestProgram.ask(other, "GET", "/api/v1/audience", old);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("was revoked");
        requireRefused(
                program.post(other, program.request("read", program.assertion(program.claims(), oldKid))),
                401,
                "invalid_client",
                "was revoked at");
        HttpResponse<String> good = next.post(other, next.request("read", next.assertion(next.claims(), nextKid)));
        assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
        assertThat(one.getPage(browser, "/account/programs").body())
                .contains(nextKid)
                .contains("revoked ");
    }

    @Test
    void an_ended_program_and_a_closed_account_are_out_with_the_next_request_on_every_node() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        TestProgram first = registered(account, browser, "ES256", "read");
        String ended = first.token(one, "read");
        fill(browser, "/account/programs/end", Map.of("id", first.id));
        TestProgram second = registered(account, browser, "ES256", "read");
        String closed = second.token(one, "read");

        accounts.close(account.id());

        assertThat(TestProgram.ask(other, "GET", "/api/v1/audience", ended).body())
                .contains("was ended");
        assertThat(TestProgram.ask(other, "GET", "/api/v1/audience", closed).body())
                .contains("no accreditation stands for it");
        requireRefused(first.post(other, first.request("read", first.assertion())), 401, "invalid_client", "was ended");
        requireRefused(
                second.post(other, second.request("read", second.assertion())),
                401,
                "invalid_client",
                "no accreditation stands for it");
    }

    @Test
    void a_program_goes_on_after_its_owner_chose_another_password() throws Exception {
        Account account = account();
        TestProgram program = registered(account, signedIn(account), "ES256", "read");
        String token = program.token(one, "read");

        accounts.changePassword(account, "another");

        assertThat(TestProgram.ask(other, "GET", "/api/v1/audience", token).body())
                .isEqualTo("STATE NOR");
        program.token(other, "read");
    }

    @Test
    void tokens_are_asked_for_in_vain_only_so_often_and_good_ones_count_for_nothing() throws Exception {
        TestProgram program = registered("read");
        for (int i = 0; i < 15; i++) {
            program.token(one, "read");
        }
        HttpResponse<String> last = program.post(one, program.request("read", "wrong"));
        for (int i = 0; i < 10; i++) {
            last = program.post(one, program.request("read", "wrong"));
        }

        requireRefused(last, 429, "temporarily_unavailable", "Wait ");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void the_metadata_names_what_is_served_and_nothing_else_is() throws Exception {
        HttpClient browser = SampleNode.browser();
        JsonNode metadata = WebJson.MAPPER.readTree(
                one.get(browser, "/.well-known/oauth-authorization-server").body());

        assertThat(metadata.get("issuer").asString()).isEqualTo(one.origin());
        assertThat(metadata.get("token_endpoint").asString()).isEqualTo(one.origin() + "/oauth2/token");
        assertThat(metadata.get("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"private_key_jwt\"]");
        assertThat(metadata.has("authorization_endpoint")).isFalse();
        TestProgram program = registered("read");
        program.token(one, "read");
        assertThat(one.get(browser, "/oauth2/jwks").body())
                .contains("\"kty\":\"EC\"")
                .doesNotContain("\"d\":");
        for (String path : new String[] {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/revoke"}) {
            HttpResponse<String> answer =
                    browser.send(one.request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isIn(401, 404);
        }
    }

    @Test
    void a_token_that_no_node_signed_is_refused() throws Exception {
        TestProgram forger = new TestProgram("ES256");
        TestProgram program = registered("read");
        String good = program.token(one, "read");
        forger.id = program.id;
        Map<String, Object> claims = new HashMap<>(forger.claims());
        claims.put("client_id", program.id);
        claims.put("key", kid(program));
        claims.put("scope", List.of("read"));

        for (String wrong : new String[] {
            forger.assertion(claims, kid(program)),
            good.substring(0, good.length() - 8) + "AAAAAAAA",
            "a.b.c",
            "..",
            good + "."
        }) {
            HttpResponse<String> answer = TestProgram.ask(one, "GET", "/api/v1/audience", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.body()).contains("credential-invalid");
        }
    }

    @Test
    void a_private_key_a_weak_one_and_what_is_no_key_are_refused_and_not_kept() throws Exception {
        Account account = account();
        HttpClient browser = signedIn(account);
        TestProgram program = new TestProgram("ES256");

        for (String[] tried : new String[][] {
            {program.privatePem(), "This is a private key"},
            {"{\"kty\":\"oct\",\"k\":\"AAAA\"}", "This is a private key"},
            {"{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAA\"}", "another kind"},
            {"{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}", "could not be read"},
            {"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "could not be read"},
            {"", "could not be read"}
        }) {
            HttpResponse<String> answer =
                    fill(browser, "/account/programs", Map.of("label", "x", "key", tried[0], "scope", "read"));
            assertThat(answer.statusCode()).as(tried[1]).isIn(422, 400);
            assertThat(answer.body()).contains(tried[1]);
        }
        assertThat(programs.list(account)).isEmpty();
        assertThat(JdbcClient.create(database.superuser())
                        .sql("SELECT count(*) FROM identity.program WHERE account = :account")
                        .param("account", account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anothers_program_is_left_as_it_is() throws Exception {
        TestProgram program = registered("read");
        HttpClient neighbour = signedIn(account());
        String token = program.token(one, "read");

        fill(neighbour, "/account/programs/end", Map.of("id", program.id));
        fill(neighbour, "/account/programs/keys/revocation", Map.of("id", program.id, "kid", kid(program)));
        fill(neighbour, "/account/programs/keys", Map.of("id", program.id, "key", new TestProgram("ES256").pem()));

        assertThat(TestProgram.ask(one, "GET", "/api/v1/audience", token).body())
                .isEqualTo("STATE NOR");
        assertThat(programs.find(UUID.fromString(program.id)).orElseThrow().keys())
                .hasSize(1);
        assertThat(one.getPage(neighbour, "/account/programs").body()).doesNotContain(program.id);
    }

    @Test
    void cookies_are_secure_where_the_proxy_was_asked_by_tls_and_not_otherwise() throws Exception {
        HttpClient browser = SampleNode.browser();
        HttpResponse<String> byTls = browser.send(
                one.request("/sign-in")
                        .header("Accept", "text/html")
                        .header("X-Forwarded-Host", "ledger.example")
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                BodyHandlers.ofString());

        assertThat(byTls.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        assertThat(one.getPage(SampleNode.browser(), "/sign-in").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("Secure"));
    }
}
