package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor does: finds a screening, sees who found and agreed to what, and compares it with another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningsBrowserTest extends InBrowser {

    private static final String ANALYST = "screening-analyst-nor";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void a_screening_is_read_and_compared_with_another_by_keyboard_alone(int width) {
        inBrowser(width, page -> {
            String subject = UUID.randomUUID().toString();
            String earlier = confirmed(page, subject);
            String later = screened(page, subject, "KPi.502");

            page.navigate(url("/screenings?state=NOR"));
            assertFinished(page, "screenings-filled");
            page.locator("tbody a[href*='" + later + "']").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("hits to be decided");
            page.locator("#with").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile("with=" + earlier));
            assertThat(page.locator("main")).containsText("not found");
            assertFinished(page, "screening-compared");
            page.navigate(url("/screenings/" + earlier));
            assertThat(page.locator("main")).containsText("yes: another person agreed");
            assertThat(page.locator("main")).containsText("reviewer, demo-screening-reviewer-nor");
            assertFinished(page, "screening-confirmed");
        });
    }

    @Test
    void without_scripts_the_lists_are_narrowed_and_lead_to_the_list_version() {
        Consumer<Page> steps = page -> {
            String id = confirmed(page, UUID.randomUUID().toString());
            page.navigate(url("/screenings"));
            page.selectOption("#state", "NOR");
            page.selectOption("#status", "CONFIRMED");
            page.selectOption("#question", "DESIGNATION");
            page.locator(".view-form button").click();
            assertThat(page).hasURL(Pattern.compile("status=CONFIRMED"));
            assertThat(page.locator("#status")).hasValue("CONFIRMED");

            page.locator("tbody a[href*='" + id + "']").click();
            page.locator("main a[href*='/list-versions?']").first().click();

            assertThat(page.locator("article:target h2")).containsText("invented");
            page.navigate(url("/screenings/pairings?state=NOR"));
            assertThat(page.locator("tbody a[href*='" + id + "']")).isVisible();
        };
        withoutScripts(DESK, steps);
    }

    @Test
    void what_is_due_is_taken_away_as_a_file_that_opens() {
        inBrowser(DESK, page -> {
            page.navigate(url("/due?" + DAY_AFTER));

            Download download = page.waitForDownload(
                    () -> page.locator(".exports a").first().click());

            assertThat(download.suggestedFilename()).startsWith("stele-due-2019-12-23-2019-12-23-");
            page.locator("tbody a").first().click();
            assertThat(page.locator("#waiting")).isVisible();
        });
    }

    /** The id of a screening whose verdict two persons gave. */
    private static String confirmed(Page page, String subject) {
        String id = screened(page, subject, "KPi.501");
        post("/api/v1/screenings/" + id + "/verdict", ANALYST, """
                {"candidates": [{"entry": "KPi.501", "disposition": "FALSE_POSITIVE", "reasonCode": "OTHER_PERSON",
                 "rationale": "Another year of birth."}]}
                """);
        post("/api/v1/screenings/" + id + "/confirmation", "screening-reviewer-nor", "{}");
        return id;
    }

    private static String screened(Page page, String subject, String entry) {
        Matcher sha256 = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"")
                .matcher(page.request().get(url("/api/v1/list-versions")).text());
        assertThat(sha256.find()).isTrue();
        Matcher id = ID.matcher(post("/api/v1/screenings", ANALYST, """
                {"subject": "%s", "subjectKind": "PERSON", "question": "DESIGNATION", "trigger": "ONBOARDING",
                 "threshold": 0.7, "limit": 1, "listSha256": "%s", "candidates": [{"entryReference": "%s", "score": 0.82}]}
                """.formatted(subject, sha256.group(1), entry)));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
