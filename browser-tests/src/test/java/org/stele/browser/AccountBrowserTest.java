package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of sign-in and of one's account, with Chromium's own emulated authenticator. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountBrowserTest extends InBrowser {

    /** Passkeys belong to a name, and a number is none. */
    private static String named(String path) {
        return url(path).replace("127.0.0.1", "localhost");
    }

    private static void signInAtItsName(Page page, String role) {
        page.context().clearCookies();
        page.navigate(named("/sign-in?continue=/account"));
        page.locator(".trials button[aria-label='" + role + "']").click();
        page.waitForURL("**/account");
    }

    private static void addPasskey(Page page, String label) {
        page.fill("#passkey-label", label);
        page.locator("#add-passkey button").click();
        page.waitForURL("**/account?done=passkey-added");
        assertThat(page.locator("#passkeys tbody th")).hasText(label);
    }

    private static void removePasskey(Page page, String label) {
        page.locator("button[aria-label='Remove " + label + "']").click();
        page.waitForURL("**/account?done=passkey-removed");
    }

    @Test
    void a_passkey_is_added_signs_in_and_is_removed() {
        inBrowser(DESK, page -> {
            Authenticator.in(page);
            signInAtItsName(page, "Chair");
            addPasskey(page, "This laptop");
            page.locator(".visitor .link").click();
            page.navigate(named("/sign-in?continue=/account"));
            page.locator("[data-passkey] button").click();

            page.waitForURL("**/account");
            assertThat(page.locator(".visitor")).containsText("Chair");
            removePasskey(page, "This laptop");
            page.context().clearCookies();
            page.navigate(named("/sign-in"));
            page.locator("[data-passkey] button").click();
            assertThat(page.locator("[data-passkey] [role=status]"))
                    .containsText("Expected the signature of a passkey of an open account");
            assertThat(page.locator(".visitor")).hasText("Sign in");
        });
    }

    @Test
    void an_authenticator_that_checks_nobody_signs_nobody_in() {
        inBrowser(DESK, page -> {
            Authenticator authenticator = Authenticator.in(page);
            signInAtItsName(page, "Monitor");
            addPasskey(page, "Unlocked");
            authenticator.verifyNobody();
            page.context().clearCookies();
            page.navigate(named("/sign-in"));

            assertThat(page.evaluate("""
                    async () => {
                      const form = document.querySelector('[data-passkey]');
                      const headers = {'Content-Type': 'application/json', 'X-XSRF-TOKEN': form.dataset.token};
                      const asked = await fetch('/sign-in/passkey/options', {method: 'POST', headers, body: '{}'});
                      const options = PublicKeyCredential.parseRequestOptionsFromJSON(
                        {...await asked.json(), userVerification: 'discouraged'});
                      const key = await navigator.credentials.get({publicKey: options});
                      const body = JSON.stringify(key.toJSON());
                      const answer = await fetch('/sign-in/passkey', {method: 'POST', headers, body});
                      return answer.status + ' ' + (await answer.json()).code;
                    }
                    """)).isEqualTo("401 passkey-refused");
            signInAtItsName(page, "Monitor");
            removePasskey(page, "Unlocked");
        });
    }

    @Test
    void at_a_number_the_pages_say_where_passkeys_work() {
        inBrowser(DESK, page -> {
            page.navigate(url("/account"));
            assertThat(page.locator("main")).containsText("do not work at this address");
            page.locator("main a[href='" + named("/account") + "']").click();
            assertThat(page.locator("h1")).hasText("Sign in");
            assertThat(page.locator("[data-passkey] button")).isVisible();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void the_pages_of_sign_in_and_account_are_finished(int width) {
        inBrowser(width, page -> {
            page.context().clearCookies();
            page.navigate(named("/sign-in?failed"));
            page.locator(".recovery summary").click();
            assertFinished(page, "sign-in");

            Authenticator.in(page);
            signInAtItsName(page, "Custodian");
            addPasskey(page, "This laptop");
            page.fill("#token-label", "Nightly export");
            page.locator("#make-token button").click();
            assertThat(page.locator("#secrets code")).hasCount(1);
            assertFinished(page, "token-once");
            page.locator("main a.button").click();
            assertFinished(page, "account");
            page.locator("form[action='/account/recovery-codes'] button").click();
            assertThat(page.locator("#secrets code")).hasCount(10);
            String code = page.locator("#secrets code").first().textContent();
            assertFinished(page, "codes-once");
            page.locator("main a.button").click();
            assertThat(page.locator("#codes-left")).hasText("10 codes are left.");
            page.locator("button[aria-label='End Nightly export']").click();
            removePasskey(page, "This laptop");

            page.context().clearCookies();
            page.navigate(named("/sign-in?continue=/account"));
            page.locator(".recovery summary").click();
            page.fill("#recovery-username", "custodian");
            page.fill("#code", code);
            page.locator(".recovery .button").click();
            page.waitForURL("**/account");
            assertThat(page.locator("#codes-left")).hasText("9 codes are left.");
        });
    }

    @Test
    void without_scripts_passwords_and_codes_work_and_no_passkey_is_offered() {
        withoutScripts(DESK, page -> {
            page.navigate(named("/sign-in"));
            assertThat(page.locator("[data-passkey] button")).isHidden();
            assertThat(page.locator("#password")).isVisible();
        });
    }
}
