package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What nobody may find in a log: what is in the home, what people typed, and what was made for them. */
final class LoggedSecrets {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("<code>([^<]{10,})</code>");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String WRONG_PASSWORD = "a wrong password that somebody typed";
    private static final String WRONG_TOKEN = "stele-0000000000000000000000000000000000000000000";

    private final Map<String, String> secrets = new TreeMap<>();

    /** The environment of a program that logs what it does. */
    static Map<String, String> talkative(Path home) {
        Map<String, String> environment = new HashMap<>(Map.of("STELE_HOME", home.toString()));
        String loggers = "ORG_STELE ORG_SPRINGFRAMEWORK ORG_AXONFRAMEWORK COM_ZAXXER ORG_FLYWAYDB ORG_APACHE_TOMCAT";
        for (String logger : loggers.split(" ", -1)) {
            environment.put("LOGGING_LEVEL_" + logger, "DEBUG");
        }
        return environment;
    }

    void requireNoneIn(String log) {
        assertThat(secrets).hasSizeGreaterThan(40);
        SoftAssertions all = new SoftAssertions();
        secrets.forEach((name, secret) -> all.assertThat(log.contains(secret))
                .as("%s is in the log", name)
                .isFalse());
        all.assertAll();
    }

    /** People sign in, one with a wrong password; tokens and codes are made; programs send good and bad tokens, and a file. */
    void use(RunningApplication stele, Path home) throws Exception {
        secretsOf(home);
        JsonNode accounts = JSON.readTree(Files.readAllBytes(home.resolve("demo-credentials.json")));
        for (JsonNode account : accounts) {
            String name = account.path("username").asString();
            secrets.put("password of " + name, account.path("password").asString());
            secrets.put("token of " + name, account.path("token").asString());
        }
        JsonNode first = accounts.path(0);
        SignedInBrowser browser = new SignedInBrowser();
        String site = stele.url("");
        browser.signIn(
                site, first.path("username").asString(), first.path("password").asString());
        secrets.putAll(browser.cookies());
        secrets.put("password that was wrong", WRONG_PASSWORD.replace(" ", "+"));
        browserThatFails(site, first.path("username").asString());
        made(browser, site, "/account/tokens", "label=of-the-test&days=1");
        made(browser, site, "/account/recovery-codes", "");
        secrets.put("token that is not known", WRONG_TOKEN);
        assertThat(stele.post("/api/v1/attestations", "{}", Map.of("Authorization", "Bearer " + WRONG_TOKEN))
                        .statusCode())
                .isEqualTo(401);
        assertThat(stele.post(
                                "/api/v1/attestations",
                                "{\"obligation\":\"REP-FIN\",\"declaredNil\":true,\"remainingCount\":0}",
                                stele.as("signatory", "NOR"))
                        .statusCode())
                .isEqualTo(201);
        Map<String, String> registrar = new HashMap<>(stele.as("registrar"));
        registrar.put("Content-Type", "text/csv");
        stele.post("/api/v1/imports/filings", "iso3\nNOR\n".getBytes(StandardCharsets.UTF_8), registrar);
    }

    private static void browserThatFails(String site, String username) throws InterruptedException {
        try {
            new SignedInBrowser().signIn(site, username, WRONG_PASSWORD);
        } catch (IOException expected) {
            assertThat(expected).hasMessageContaining("Not signed in");
        }
    }

    /** What is shown once, on the page that makes it. */
    private void made(SignedInBrowser browser, String site, String path, String fields)
            throws IOException, InterruptedException {
        Matcher token = FORM_TOKEN.matcher(browser.get(site + "/account").body());
        assertThat(token.find()).isTrue();
        secrets.put("seal of forms", token.group(1));
        HttpResponse<String> answer = browser.post(site, path, fields + "&_csrf=" + token.group(1));
        Matcher code = CODE.matcher(answer.body());
        int count = 0;
        while (code.find()) {
            secrets.put(path + " " + count++, code.group(1));
        }
        assertThat(count).as(answer.body()).isPositive();
    }

    /** Keys and passwords in the home, in each form in which they could be written. */
    private void secretsOf(Path home) throws IOException {
        JSON.readTree(Files.readAllBytes(home.resolve("database-passwords.json")))
                .propertyStream()
                .forEach(password -> secrets.put(
                        "database " + password.getKey(), password.getValue().asString()));
        for (String file : new String[] {"keys/master-key", "views-key", "signing-key.pem"}) {
            byte[] key = Files.readAllBytes(home.resolve(file));
            String text = new String(key, StandardCharsets.ISO_8859_1);
            text.lines()
                    .filter(line -> line.length() > 20 && !line.startsWith("-"))
                    .forEach(line -> secrets.put(file, line.strip()));
            secrets.put(file + " in hexadecimal", HexFormat.of().formatHex(key).substring(0, 32));
            secrets.put(
                    file + " in base64", Base64.getEncoder().encodeToString(key).substring(0, 32));
        }
    }
}
