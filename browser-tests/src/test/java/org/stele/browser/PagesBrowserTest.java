package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a panel member reads: the board and the State files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesBrowserTest extends InBrowser {

    @ParameterizedTest
    @CsvSource({
        "board, /?effectiveOn=2019-12-23&knownOn=2019-12-23",
        "russia, /states/RUS",
        "mozambique, /states/MOZ",
        "nothing-on-record, /states/TUV",
        "sending-state, /states/PRK",
        "due, /due",
        "due-of-one, /due?state=RUS",
        "screenings, /screenings",
        "screenings-due, /screenings/due",
        "screenings-pairings, /screenings/pairings",
        "screenings-public, /screenings?audience=PUBLIC",
        "list-versions, /list-versions",
        "events, /events",
        "choice, /file",
        "attestation, /file/attestation",
        "notice, /file/repatriation-notice",
        "no-such-page, /states/XXX",
        "no-such-view, /?effectiveOn=2019-02-30"
    })
    void a_page_fits_every_width_breaks_no_policy_and_is_accessible(String name, String path) {
        for (int width : new int[] {DESK, TABLET, PHONE}) {
            inBrowser(width, page -> {
                page.navigate(url(path));
                assertFinished(page, name);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void the_collapsed_parts_of_the_board_are_complete_too(int width) {
        inBrowser(width, page -> {
            page.navigate(url("/?" + DAY_AFTER));
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            assertFinished(page, "board-unfolded");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_state_is_one_tile_that_opens_its_file_in_the_same_view(boolean isScripted) {
        Consumer<Page> steps = page -> {
            page.navigate(url("/?" + DAY_AFTER));
            Locator tiles = page.locator(".tile a");
            assertThat(tiles).hasCount(193);

            page.locator(".tile a[href*='/states/RUS']").click();

            assertThat(page).hasURL(Pattern.compile("/states/RUS\\?effectiveOn=2019-12-23&knownOn=2019-12-23"));
            assertThat(page.locator("h1")).hasText("Russian Federation");
            assertThat(page.locator("main")).containsText("11,490");
        };
        if (isScripted) {
            inBrowser(DESK, steps);
        } else {
            withoutScripts(DESK, steps);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/states/RUS", "/due", "/list-versions"})
    void another_view_is_swapped_in_and_every_link_keeps_it(String path) {
        inBrowser(DESK, page -> {
            page.navigate(url(path));
            page.evaluate("window.isTheSamePage = true");

            chooseTheDayAfter(page);

            assertTrue((Boolean) page.evaluate("window.isTheSamePage === true"), "swapped by script, not loaded anew");
            assertThat(page.locator("#standing")).containsText("as of 23 December 2019, known on the same day");
            assertThat(page.locator("#product")).hasAttribute("href", Pattern.compile("^/\\?" + DAY_AFTER));
            assertThat(page.locator("#sections a").nth(1)).hasAttribute("href", Pattern.compile(DAY_AFTER));
            page.locator("#product").click();
            assertThat(page.locator("h1")).hasText("Board");
            assertThat(page.locator("#effectiveOn")).hasValue("2019-12-23");
            assertThat(page.locator("#knownOn")).hasValue("2019-12-23");
        });
    }

    @Test
    void going_back_after_a_swap_shows_the_view_before() {
        inBrowser(DESK, page -> {
            page.navigate(url("/states/RUS?effectiveOn=2020-06-30&knownOn=2020-06-30"));
            String before = page.locator("#standing").textContent();
            chooseTheDayAfter(page);
            assertThat(page.locator("main")).containsText("11,490");

            page.goBack();

            assertThat(page.locator("#standing")).hasText(before.strip().replaceAll("\\s+", " "));
            assertThat(page.locator("#effectiveOn")).hasValue("2020-06-30");
            assertThat(page.locator("#product")).hasAttribute("href", Pattern.compile("effectiveOn=2020-06-30"));
        });
    }

    private static void chooseTheDayAfter(Page page) {
        page.fill("#effectiveOn", "2019-12-23");
        page.fill("#knownOn", "2019-12-23");
        page.locator(".view-form button").click();
        assertThat(page).hasURL(Pattern.compile(DAY_AFTER));
        assertThat(page.locator("#standing")).containsText("23 December 2019");
    }

    @Test
    void the_sending_state_has_no_status() {
        inBrowser(DESK, page -> {
            page.navigate(url("/states/PRK"));

            assertThat(page.locator(".status")).hasCount(0);
            assertThat(page.locator("main")).containsText("Sending State");
        });
    }
}
