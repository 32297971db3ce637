package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registrar says on a page who may act, and ends it there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccreditationsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = "/account/accreditations";
    private static final String PASSWORD = "a long enough password";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("<pre>(http[^<]+)</pre>");

    @TempDir
    static Path directory;

    private static RunningApplication stele;

    @BeforeAll
    static void start() throws IOException {
        stele = RunningApplication.start(
                        RunningApplication.jar("standalone", "stele.jar"),
                        directory,
                        Map.of("STELE_HOME", directory.resolve("home").toString()))
                .awaitHealthy();
    }

    @AfterAll
    static void stop() {
        stele.close();
    }

    @Test
    void who_is_accredited_signs_in_until_the_accreditation_is_withdrawn() throws Exception {
        SignedInBrowser registrar = signedIn("registrar");
        String commandId = UUID.randomUUID().toString();
        HttpResponse<String> done = send(registrar, PAGE, form(commandId, "NOR-SG-9", "signatory", "NOR"));
        HttpResponse<String> again = send(registrar, PAGE, form(commandId, "NOR-SG-9", "signatory", "NOR"));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(done.body()).contains("NOR-SG-9 is accredited and on record. The account is called nor-sg-9.");
        assertThat(rows(again.body(), "NOR-SG-9")).isEqualTo(1);
        String invitation = group(INVITATION, done.body());
        assertThat(registrar.get(stele.url(PAGE)).body()).doesNotContain(invitation);
        SignedInBrowser official = new SignedInBrowser();
        choose(official, invitation);
        official.signIn(site(), "nor-sg-9", PASSWORD);
        assertThat(official.get(stele.url("/account")).body()).contains("NOR-SG-9", "Norway");

        String one = group(Pattern.compile("href=\"(" + PAGE + "/[0-9a-f-]{36})\">NOR-SG-9"), done.body());
        assertThat(send(registrar, one, one + "/withdrawal", withdrawal(" ")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> withdrawn =
                send(registrar, one, one + "/withdrawal", withdrawal("The official left the mission."));

        assertThat(withdrawn.body())
                .contains("The official left the mission.")
                .doesNotContain("<form class=\"filing\"");
        assertThat(official.get(stele.url("/account")).statusCode()).isEqualTo(401);
        assertThat(registrar.get(stele.url(PAGE)).body()).contains("1 was withdrawn");
    }

    @Test
    void an_invitation_that_was_lost_is_replaced_while_nobody_has_chosen_a_password() throws Exception {
        SignedInBrowser registrar = signedIn("registrar");
        String commandId = UUID.randomUUID().toString();
        String first =
                send(registrar, PAGE, form(commandId, "AUD-7", "auditor", "")).body();
        String one = group(Pattern.compile("href=\"(" + PAGE + "/[0-9a-f-]{36})\">AUD-7"), first);

        String second = send(registrar, one, one + "/invitation", Map.of()).body();

        assertThat(group(INVITATION, second)).isNotEqualTo(group(INVITATION, first));
        assertThat(new SignedInBrowser().get(group(INVITATION, first)).statusCode())
                .isEqualTo(404);
        choose(new SignedInBrowser(), group(INVITATION, second));
        assertThat(registrar.get(stele.url(one)).body()).doesNotContain("id=\"invite\"");
    }

    @Test
    void what_is_wrong_is_said_by_field_and_what_was_typed_stays() throws Exception {
        SignedInBrowser registrar = signedIn("registrar");
        long before = treeSize();

        HttpResponse<String> nameless =
                send(registrar, PAGE, form(UUID.randomUUID().toString(), "Kari Nordmann", "signatory", "NOR"));
        HttpResponse<String> stateless =
                send(registrar, PAGE, form(UUID.randomUUID().toString(), "X-1", "signatory", ""));
        HttpResponse<String> roleless =
                send(registrar, PAGE, form(UUID.randomUUID().toString(), "X-1", "", ""));

        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body())
                .contains("never a name", "value=\"Kari Nordmann\"", "<option value=\"NOR\" selected>");
        assertThat(stateless.body()).contains("href=\"#memberState\"", "A signatory acts for a Member State: name it.");
        assertThat(roleless.body()).contains("href=\"#role\"", "Choose the role.");
        assertThat(treeSize()).isEqualTo(before);
    }

    @Test
    void nobody_but_a_registrar_sees_it_and_no_token_sends_it() throws Exception {
        SignedInBrowser chair = signedIn("chair");
        Map<String, String> form = form(UUID.randomUUID().toString(), "CHR-2", "chair", "");

        assertThat(chair.get(stele.url(PAGE)).statusCode()).isEqualTo(403);
        assertThat(send(chair, "/account", PAGE, form).statusCode()).isEqualTo(403);
        assertThat(chair.get(stele.url("/account")).body()).doesNotContain(PAGE);
        assertThat(signedIn("registrar").get(stele.url("/account")).body()).contains(PAGE);
        assertThat(signedIn("registrar").post(site(), PAGE, encoded(form)).statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> form(String commandId, String official, String role, String state) {
        return Map.of("commandId", commandId, "official", official, "role", role, "memberState", state);
    }

    private static Map<String, String> withdrawal(String reason) {
        return Map.of("commandId", UUID.randomUUID().toString(), "reason", reason);
    }

    private static HttpResponse<String> send(SignedInBrowser browser, String page, Map<String, String> fields)
            throws Exception {
        return send(browser, page, page, fields);
    }

    private static void choose(SignedInBrowser browser, String invitation) throws Exception {
        String path = invitation.substring(site().length());
        HttpResponse<String> answer = send(browser, path, Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(answer.statusCode()).isLessThan(400);
    }

    /** With the word that the page has for its forms. */
    private static HttpResponse<String> send(
            SignedInBrowser browser, String page, String path, Map<String, String> fields) throws Exception {
        String token = group(FORM_TOKEN, browser.get(stele.url(page)).body());
        return browser.post(site(), path, encoded(fields) + "&_csrf=" + encoded(token));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String group(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(1);
    }

    private static int rows(String page, String official) {
        return page.split(">" + official + "</a>", -1).length - 1;
    }

    private static long treeSize() throws Exception {
        return stele.json("/api/v1/events?limit=1").path("treeSize").longValue();
    }

    private static String site() {
        return stele.url("").replaceAll("/$", "");
    }

    private static SignedInBrowser signedIn(String role) throws Exception {
        for (JsonNode account : JSON.readTree(Files.readAllBytes(directory.resolve("home/demo-credentials.json")))) {
            if (account.path("role").stringValue().equals(role)) {
                SignedInBrowser browser = new SignedInBrowser();
                browser.signIn(
                        site(),
                        account.path("username").stringValue(),
                        account.path("password").stringValue());
                return browser;
            }
        }
        throw new IllegalStateException("The demonstration has no " + role);
    }
}
