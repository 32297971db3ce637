package org.stele.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.eventstore.TestDatabase;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/** Sign-in by an outside provider: it says who somebody is, and an accreditation what that person may do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideProviderTest {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

    private static TestDatabase database;
    private static TestProvider provider;
    private static SampleNode node;
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        provider = TestProvider.start(database);
        node = node(provider.issuer());
        TestProvider.returnTo(node);
        accounts = node.bean(Accounts.class);
    }

    private static SampleNode node(String issuer) {
        return SampleNode.start(
                database,
                true,
                "--spring.profiles.active=oidc",
                "--STELE_OIDC_ISSUER=" + issuer,
                "--STELE_OIDC_CLIENT_ID=" + TestProvider.CLIENT,
                "--STELE_OIDC_CLIENT_SECRET=" + TestProvider.SECRET,
                "--STELE_OIDC_NAME=the ministry");
    }

    @AfterAll
    static void stop() {
        node.close();
        provider.close();
    }

    private static Account accredited(String staffId, Role role, MemberState state) {
        return accounts.open(
                UUID.randomUUID(),
                "account-of-" + staffId.toLowerCase(Locale.ROOT),
                new Actor(staffId, role, state),
                null);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build();
    }

    /** Goes to the provider, types name and password there, and follows every address that both send. */
    private static HttpResponse<String> signIn(HttpClient browser, String person) throws Exception {
        HttpResponse<String> login = node.getPage(browser, "/sign-in/provider/oidc?continue=%2Fpage");
        assertThat(login.uri().toString()).startsWith(provider.issuer() + "/login");
        Matcher token = FORM_TOKEN.matcher(login.body());
        assertThat(token.find()).isTrue();
        String body = "username=" + person + "&password="
                + URLEncoder.encode(TestProvider.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(provider.issuer() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int sessionsOf(String username) {
        return JdbcClient.create(database.superuser())
                .sql("SELECT count(*) FROM identity.session WHERE principal_name = :name")
                .param("name", username)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoever_the_provider_names_signs_in_to_the_account_of_the_accreditation() throws Exception {
        Account account = accredited("NOR-PM-71", Role.SIGNATORY, MemberState.NOR);
        TestProvider.PEOPLE.put(
                "amina", Map.of("stele_staff_id", "NOR-PM-71", "stele_role", "signatory", "stele_state", "NOR"));
        HttpClient browser = browser();

        HttpResponse<String> answer = signIn(browser, "amina");

        assertThat(answer.uri().toString()).isEqualTo(node.origin() + "/page");
        assertThat(answer.body()).isEqualTo("STATE NOR");
        assertThat(sessionsOf(account.username())).isEqualTo(1);
        String attributes = JdbcClient.create(database.superuser())
                .sql("SELECT string_agg(convert_from(attribute_bytes, 'UTF8'), ' ') FROM identity.session_attributes")
                .query(String.class)
                .single();
        assertThat(attributes).contains(account.username()).doesNotContain("id_token", "OidcUser", "stele_staff_id");

        accounts.close(account.id());

        assertThat(node.get(browser, "/api/v1/audience").statusCode()).isEqualTo(401);
    }

    @Test
    void a_role_of_no_state_and_a_claim_in_a_list_are_understood() throws Exception {
        accounts.open(UUID.randomUUID(), "auditor-of-ministry", new Actor("AUD-7", Role.AUDITOR, null), null);
        TestProvider.PEOPLE.put("boris", Map.of("stele_staff_id", "AUD-7", "stele_role", List.of("auditor")));

        assertThat(signIn(browser(), "boris").body()).isEqualTo("AUDIT");
    }

    @Test
    void claims_without_an_accreditation_sign_nobody_in() throws Exception {
        accredited("NOR-PM-72", Role.FOCAL_POINT, MemberState.NOR);
        TestProvider.PEOPLE.put(
                "carol", Map.of("stele_staff_id", "NOR-PM-72", "stele_role", "signatory", "stele_state", "NOR"));
        HttpClient browser = browser();

        HttpResponse<String> answer = signIn(browser, "carol");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("The ministry says that you are NOR-PM-72, signatory of NOR")
                .contains("Ask a registrar to accredit");
        assertThat(node.get(browser, "/api/v1/audience").body()).isEqualTo("PUBLIC");
        assertThat(sessionsOf("account-of-nor-pm-72")).isZero();
    }

    @Test
    void claims_that_are_missing_or_make_no_sense_sign_nobody_in() throws Exception {
        TestProvider.PEOPLE.put("dora", Map.of());
        TestProvider.PEOPLE.put("emil", Map.of("stele_staff_id", "X-1", "stele_role", "emperor"));
        TestProvider.PEOPLE.put("fay", Map.of("stele_staff_id", "X-1", "stele_role", "signatory"));
        TestProvider.PEOPLE.put("gus", Map.of("stele_staff_id", "X-1", "stele_role", "auditor", "stele_state", "NOR"));
        TestProvider.PEOPLE.put(
                "hal", Map.of("stele_staff_id", "X-1", "stele_role", "signatory", "stele_state", "XYZ"));
        TestProvider.PEOPLE.put(
                "ida",
                Map.of("stele_staff_id", "X-1", "stele_role", List.of("signatory", "auditor"), "stele_state", "NOR"));

        for (String person : List.of("dora", "emil", "fay", "gus", "hal", "ida")) {
            HttpResponse<String> answer = signIn(browser(), person);
            assertThat(answer.statusCode()).as(person).isEqualTo(403);
            assertThat(answer.body()).as(person).contains("Ask whoever runs it");
        }
    }

    @Test
    void code_and_pkce_are_used_and_a_returned_address_works_once() throws Exception {
        HttpClient cautious = SampleNode.browser();
        HttpResponse<String> start = node.getPage(cautious, "/sign-in/provider/oidc");
        assertThat(start.statusCode()).isEqualTo(303);
        assertThat(start.headers().firstValue("Location").orElseThrow())
                .startsWith(provider.issuer() + "/oauth2/authorize")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=");

        HttpResponse<String> forged = node.getPage(cautious, "/sign-in/returned/oidc?code=x&state=y");

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).contains("Sign in once more");
    }

    @Test
    void the_page_of_sign_in_offers_the_provider_and_goes_on_where_it_was_asked_to() throws Exception {
        assertThat(node.getPage(SampleNode.browser(), "/sign-in?continue=/page").body())
                .contains("Sign in with the ministry")
                .contains("/sign-in/provider/oidc?continue=%2Fpage");
    }

    @Test
    void a_provider_that_is_away_stops_nobody_else_and_says_so() throws Exception {
        try (SampleNode alone = node("http://127.0.0.1:1")) {
            HttpResponse<String> answer = alone.getPage(SampleNode.browser(), "/sign-in/provider/oidc");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("cannot be asked at the moment");
            assertThat(alone.getPage(SampleNode.browser(), "/sign-in").statusCode())
                    .isEqualTo(200);
        }
    }
}
