package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which a registrar says who may act. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccreditationsBrowserTest extends InBrowser {

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void a_registrar_accredits_somebody_who_comes_in_and_withdraws_it(int width) {
        String official = "NOR-B-" + width;
        inBrowser(width, page -> {
            signInToAccount(page, "Registrar");
            page.locator("main a[href='/account/accreditations']").click();
            assertFinished(page, "accreditations");
            page.fill("#official", "Kari Nordmann");
            page.locator("#accredit .button").click();
            assertThat(page.locator("#problems a")).hasText("Role: Choose the role.");
            assertFinished(page, "accreditations-wrong");

            page.fill("#official", official);
            page.selectOption("#role", "signatory");
            page.selectOption("#memberState", "NOR");
            page.locator("#accredit .button").click();
            assertThat(page.locator("#entered")).containsText(official + " is accredited and on record.");
            assertFinished(page, "accreditations-entered");
            String invitation = page.locator("#entered pre").textContent();
            page.locator("#standing a:has-text('" + official + "')").click();
            String accreditation = page.url();
            assertFinished(page, "accreditation");

            page.context().clearCookies();
            page.navigate(invitation);
            page.fill("#password", "a long enough password");
            page.fill("#again", "a long enough password");
            page.locator("main .button").click();
            page.waitForURL("**/sign-in");
            page.fill("#username", official.toLowerCase(Locale.ROOT));
            page.fill("#password", "a long enough password");
            page.locator("form[action='/sign-in']:has(#username) .button")
                    .first()
                    .click();
            assertThat(page.locator(".visitor")).containsText("Signatory");

            page.context().clearCookies();
            signInToAccount(page, "Registrar");
            page.navigate(accreditation);
            page.fill("#reason", "The official left the mission.");
            page.locator("#withdraw .button").click();
            assertThat(page.locator("main")).containsText("The official left the mission.");
            assertThat(page.locator("#withdraw")).hasCount(0);
        });
    }

    private static void signInToAccount(Page page, String role) {
        page.context().clearCookies();
        page.navigate(url("/sign-in?continue=/account"));
        page.locator(".trials button[aria-label='" + role + "']").click();
        page.waitForURL("**/account");
    }
}
