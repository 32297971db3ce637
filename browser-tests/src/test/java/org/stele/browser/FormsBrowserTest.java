package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an official does: fills in a form wrongly, mends it, reads it once more and keeps the receipt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormsBrowserTest extends InBrowser {

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void an_official_files_an_attestation_and_loses_nothing_on_the_way(int width) {
        inBrowser(width, page -> {
            signIn(page, "Signatory of Norway");
            page.navigate(url("/file"));
            page.locator("main a[href='/file/attestation']").click();
            fillInWrongly(page);
            page.locator("button[value=check]").click();

            assertThat(page.locator(".problems a")).hasText(new String[] {
                "Last day of the period: No calendar has the date 2019-02-30.",
                "Remaining: Expected a whole number from 0 to 10,000,000, such as 1200."
            });
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#explanation")).hasValue("Two <b>persons</b> wait for a flight.");
            assertFinished(page, "form-with-errors");
            page.locator(".problems a").first().click();
            assertThat(page.locator("#periodTo")).isFocused();
            page.fill("#periodTo", "2019-12-22");
            page.fill("#remainingCount", "2");
            page.locator("button[value=check]").click();

            assertThat(page.locator("h1")).hasText("Check the attestation");
            assertFinished(page, "check-answers");
            page.locator("button[value=change]").click();
            assertThat(page.locator("#remainingCount")).hasValue("2");
            page.locator("button[value=check]").click();
            page.locator("button[value=send]").click();

            assertThat(page.locator("h1")).hasText("Recorded");
            assertFinished(page, "receipt");
            String receipt = page.locator("main").textContent();
            assertThat(receipt).containsPattern("[0-9a-f]{64}");
            page.reload();
            assertThat(page.locator("main").textContent()).isEqualTo(receipt);
            page.locator("main a[href='/states/NOR']").click();
            assertThat(page.locator("#submitted")).isVisible();
        });
    }

    private static void fillInWrongly(Page page) {
        page.selectOption("#obligation", "REP-FIN");
        page.fill("#remainingCount", "none");
        page.fill("#periodTo", "2019-02-30");
        page.fill("#explanation", "Two <b>persons</b> wait for a flight.");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void going_back_from_the_check_page_and_forward_again_loses_nothing(int width) {
        inBrowser(width, page -> {
            signIn(page, "Signatory of Norway");
            page.navigate(url("/file/attestation"));
            page.selectOption("#obligation", "REP-FIN");
            page.fill("#periodFrom", "22.12.2018");
            page.fill("#periodTo", "December 2030");
            page.check("#declaredNil");
            page.fill("#baselineCount", "12");
            page.fill("#repatriatedCount", "15");
            page.fill("#remainingCount", "1 004");
            page.fill("#explanation", "Two persons wait for a flight.");
            page.locator("button[value=check]").click();

            assertThat(page.locator("h1")).hasText("Check the attestation");
            assertThat(page.locator("#doubts li")).containsText(new String[] {
                "This day has not come: December 2030.",
                "12 workers are stated at the start",
                "15 workers are stated as repatriated",
                "workers are stated as remaining",
                "The figures do not add up: 12 - 15 <> 1,004."
            });
            assertThat(page.locator("#answer-remainingCount")).containsText("1,004 (you wrote: 1 004)");
            assertThat(page.locator("#answer-periodFrom")).containsText("22 December 2018 (you wrote: 22.12.2018)");
            assertFinished(page, "check-with-doubts");

            page.goBack();
            assertThat(page.locator("h1")).hasText("Attestation");
            assertHoldsWhatWasTyped(page);
            page.goForward();
            assertThat(page.locator("h1")).hasText("Check the attestation");
            assertThat(page.locator("#answer-remainingCount")).containsText("1,004");
            page.goBack();
            page.fill("#remainingCount", "none");
            page.locator("button[value=check]").click();
            assertThat(page.locator("#remainingCount-error")).isVisible();
            page.fill("#remainingCount", "1 004");
            page.locator("button[value=check]").click();
            assertThat(page.locator("h1")).hasText("Check the attestation");
            page.goBack();
            assertHoldsWhatWasTyped(page);
        });
    }

    private static void assertHoldsWhatWasTyped(Page page) {
        assertThat(page.locator("#obligation")).hasValue("REP-FIN");
        assertThat(page.locator("#periodFrom")).hasValue("22.12.2018");
        assertThat(page.locator("#periodTo")).hasValue("December 2030");
        assertThat(page.locator("#declaredNil")).isChecked();
        assertThat(page.locator("#baselineCount")).hasValue("12");
        assertThat(page.locator("#repatriatedCount")).hasValue("15");
        assertThat(page.locator("#remainingCount")).hasValue("1 004");
        assertThat(page.locator("#explanation")).hasValue("Two persons wait for a flight.");
    }

    @Test
    void going_back_from_the_receipt_and_sending_again_records_nothing_twice() {
        inBrowser(DESK, page -> {
            signIn(page, "Signatory of Norway");
            page.navigate(url("/file/repatriation-notice"));
            page.selectOption("#category", "WORKER");
            page.fill("#count", "3");
            page.fill("#departed", "2019-11-14");
            page.selectOption("#destination", "PRK");
            page.locator("button[value=check]").click();
            page.locator("button[value=send]").click();
            assertThat(page.locator("h1")).hasText("Recorded");
            String receipt = page.locator("main .facts").textContent();

            page.goBack();
            assertThat(page.locator("h1")).hasText("Check the repatriation notice");
            page.locator("button[value=send]").click();

            assertThat(page.locator("h1")).hasText("Recorded");
            assertThat(page.locator("main .facts").textContent()).isEqualTo(receipt);
            page.locator("main a[href^='/events/']").click();
            assertThat(page.locator("h1")).hasText(Pattern.compile("Entry [0-9]+"));
            assertThat(page.locator("main a[rel=next]")).hasCount(0);
        });
    }

    @Test
    void personal_data_and_a_coming_departure_are_named_before_anything_is_sent() {
        inBrowser(PHONE, page -> {
            signIn(page, "Signatory of Norway");
            page.navigate(url("/file/repatriation-notice"));
            page.selectOption("#category", "WORKER");
            page.fill("#count", "3");
            page.fill("#departed", "2190-01-01");
            page.selectOption("#destination", "PRK");
            page.locator("button[value=check]").click();

            assertThat(page.locator("#departed-error")).containsText("a date that has begun by today");
            page.navigate(url("/file/attestation"));
            page.selectOption("#obligation", "REP-FIN");
            page.fill("#summary", "Passport 836410105");
            page.locator("button[value=check]").click();

            assertThat(page.locator("#summary-error")).containsText("the number of a travel document");
            assertThat(page.locator("h1")).hasText("Attestation");
        });
    }

    @Test
    void an_official_gives_notice_by_keyboard_alone() {
        withoutScripts(TABLET, page -> {
            signIn(page, "Signatory of Norway");
            page.navigate(url("/file/repatriation-notice"));
            page.focus("#category");
            page.keyboard().type("Workers");
            for (String typed : List.of("12", "2019-11", "Democratic", "By", "Proof", "D-1", "ISIC F")) {
                page.keyboard().press("Tab");
                page.keyboard().type(typed);
            }
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Check the repatriation notice");

            page.locator("button[value=send]").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("Recorded");
            assertThat(page).hasURL(Pattern.compile("/file/receipt/NOR/"));
        });
    }
}
