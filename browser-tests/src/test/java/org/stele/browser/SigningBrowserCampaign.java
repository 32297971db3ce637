package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.verifier.Verify;

/** From a State's root key to a filing that an auditor knows to be the State's, by a passkey and by a key file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningBrowserCampaign extends InBrowser {

    private static final String ACCREDITATIONS = "/api/v1/accreditations";
    private static final String ALL_CHECKED =
            "0 entered by officials of States and not signed, 0 signed and not checked;";
    private static final String SIGNED = "position \\d+: signed by key %s as signatory of SWE";

    @TempDir
    Path folder;

    private static String named(String path) {
        return url(path).replace("127.0.0.1", "localhost");
    }

    @Test
    void an_official_signs_a_filing_with_a_passkey_and_an_auditor_verifies_it_offline() {
        inBrowser(DESK, page -> {
            Authenticator.in(page);
            String origin = accredit(page, "SWE-PM-1");
            String command = passkeyEnrolment(page);
            enrol(command.replace("ORIGIN", origin));
            fillIn(page, "Signed by a passkey.");
            assertThat(page.locator("#canonical")).containsText("Signed by a passkey.");
            page.locator("#signing summary").first().click();
            assertFinished(page, "check-signed");

            page.locator("[data-signing] button").click();

            page.waitForURL("**/file/receipt/SWE/*");
            assertFinished(page, "receipt-signed");
            Path bundle = bundle(page);
            assertThat(verified(page, bundle, 0))
                    .contains(ALL_CHECKED)
                    .containsPattern(SIGNED.formatted("[0-9a-f]{64}"));
            assertThat(verified(page, altered(bundle, "Signed by a passkey.", "Signed by e passkey."), 1))
                    .contains("NOT VERIFIED");
        });
    }

    @Test
    void a_filing_is_signed_with_a_key_file_on_another_machine() {
        inBrowser(DESK, page -> {
            String origin = accredit(page, "SWE-PM-2");
            Path key = folder.resolve("official.pem");
            String made = StateRoot.run("sign", "keygen", key.toString());
            String publicKey = made.replaceAll("(?s).*?\\b(MC[A-Za-z0-9_-]{56,}).*", "$1");
            enrol("stele-verify sign enrol --root ROOT.pem --ledger %s --state SWE --label \"LABEL\" --key %s"
                    .formatted(origin, publicKey));
            fillIn(page, "Signed by a key file.");
            Path filing = write("filing.json", page.locator("#canonical").textContent());
            String signed =
                    StateRoot.run("sign", "filing", filing.toString(), "--key", key.toString(), "--ledger", origin);
            page.locator("#signing details").last().locator("summary").click();
            page.fill("#signed-file", signed.replace("Signed", "Altered"));
            page.locator("button[value=send]").click();
            assertThat(page.locator("#problems")).containsText("signature");

            page.locator("button[value=check]").click();
            page.locator("#signing details").last().locator("summary").click();
            page.fill("#signed-file", signed);
            page.locator("button[value=send]").click();

            page.waitForURL("**/file/receipt/SWE/*");
            assertThat(verified(page, bundle(page), 0))
                    .contains(ALL_CHECKED)
                    .containsPattern(SIGNED.formatted(made.replaceAll("(?s).*?\\b([0-9a-f]{64})\\b.*", "$1")));
        });
    }

    /** An account for a signatory of Sweden, which its root signs; returns the ledger's origin. */
    private String accredit(Page page, String official) {
        StateRoot root = swedishRoot();
        String body = "{\"official\":\"%s\",\"role\":\"signatory\",\"memberState\":\"SWE\",\"rootKey\":\"%s\"}"
                .formatted(official, root.publicKey());
        String id = UUID.randomUUID().toString();
        JsonObject preview = JsonParser.parseString(post(
                        ACCREDITATIONS,
                        "registrar",
                        body,
                        Map.of("Idempotency-Key", id, "Stele-Preview", "filings"),
                        200))
                .getAsJsonObject();
        String origin = preview.get("origin").getAsString();
        Path filing = write(
                "accreditation.json",
                preview.getAsJsonArray("filings")
                        .get(0)
                        .getAsJsonObject()
                        .get("filing")
                        .toString());
        String signed = StateRoot.run(
                "sign",
                "filing",
                filing.toString(),
                "--key",
                root.file().toString(),
                "--ledger",
                origin,
                "--role",
                "root");
        JsonObject accredited = JsonParser.parseString(post(
                        ACCREDITATIONS,
                        "registrar",
                        body,
                        Map.of("Idempotency-Key", id, "Stele-Signature", StateRoot.header(signed)),
                        201))
                .getAsJsonObject();
        page.navigate(named(accredited.get("invitation").getAsString()));
        page.fill("#password", "a long enough password of Sweden");
        page.fill("#again", "a long enough password of Sweden");
        page.locator("main form .button").click();
        page.navigate(named("/sign-in?continue=/account"));
        if (page.locator("#password").count() > 0) {
            page.fill("#username", accredited.get("username").getAsString());
            page.fill("#password", "a long enough password of Sweden");
            page.locator("#password").press("Enter");
        }
        page.waitForURL("**/account");
        return origin;
    }

    private static String passkeyEnrolment(Page page) {
        page.fill("#passkey-label", "Security key");
        page.locator("#add-passkey button").click();
        page.waitForURL("**/account?done=passkey-added");
        page.locator("#passkeys summary").click();
        return page.locator("#passkeys pre").textContent();
    }

    /** What the State does with the line of the account's page. */
    private static void enrol(String command) {
        List<String> arguments =
                new ArrayList<>(List.of(command.replace("\"LABEL\"", "Desk").split(" ")));
        arguments.removeFirst();
        arguments.replaceAll(
                argument -> argument.equals("ROOT.pem") ? swedishRoot().file().toString() : argument);
        post("/api/v1/signing-keys", "registrar", StateRoot.run(arguments.toArray(String[]::new)));
    }

    private static void fillIn(Page page, String summary) {
        page.navigate(named("/file/attestation"));
        page.locator("select[name=obligation]").selectOption("OTHER");
        page.fill("[name=summary]", summary);
        page.locator("button[value=check]").click();
        assertThat(page.locator("#signing")).isVisible();
    }

    /** A bundle is of what was signed: about a second after it was recorded. */
    private static void awaitSigned(Page page) {
        String size = JsonParser.parseString(
                        page.request().get(named("/api/v1/board")).text())
                .getAsJsonObject()
                .getAsJsonObject("view")
                .get("treeSize")
                .getAsString();
        await().pollInSameThread()
                .until(() -> page.request()
                        .get(named("/log/checkpoint"))
                        .text()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .equals(Optional.of(size)));
    }

    private Path bundle(Page page) {
        try {
            page.navigate(named("/states/SWE"));
            awaitSigned(page);
            Path bundle = folder.resolve(UUID.randomUUID() + ".zip");
            Files.write(
                    bundle,
                    page.request().get(named("/api/v1/states/SWE/evidence.zip")).body());
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String verified(Page page, Path bundle, int expected) {
        String key = page.request().get(named("/log/key")).text().strip();
        StringWriter out = new StringWriter();
        int code = Verify.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "bundle",
                bundle.toString(),
                "--key",
                key,
                "--root",
                "SWE=" + swedishRoot().fingerprint());
        assertThat(code).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    /** The bundle with one word of one opened body changed. */
    private Path altered(Path bundle, String from, String to) {
        return Repacked.of(bundle, folder.resolve("altered.zip"), from, to);
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(UUID.randomUUID() + name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
