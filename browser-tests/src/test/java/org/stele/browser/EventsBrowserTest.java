package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor does: reads every entry, opens some, and goes back to where they were. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsBrowserTest extends InBrowser {

    private static final String FIXED = "/events?effectiveOn=2026-01-01&knownOn=2026-01-01&treeSize=150&limit=50";

    @ParameterizedTest
    @ValueSource(ints = {DESK, TABLET, PHONE})
    void an_opened_event_shows_its_bytes_and_fits(int width) {
        inBrowser(width, page -> {
            page.navigate(url(FIXED));
            Locator first = page.locator("#entry-1");
            Locator seventh = page.locator("#entry-7");

            first.locator("summary").click();
            seventh.locator("summary").focus();
            page.keyboard().press("Enter");

            for (Locator entry : List.of(first, seventh)) {
                assertThat(entry.locator("pre").first()).isVisible();
                assertThat(entry).containsText("Leaf hash");
                assertThat(entry.locator("pre").last()).containsText("\"commitment\":\"");
            }
            assertFinished(page, "events-opened");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void pages_lead_forwards_and_back_over_every_entry(int width) {
        inBrowser(width, page -> {
            page.navigate(url(FIXED));
            List<Integer> forwards = new ArrayList<>(positions(page));
            while (page.locator("a[rel=next]").count() > 0) {
                page.locator("a[rel=next]").first().click();
                assertThat(page.locator(".event").first()).hasAttribute("id", "entry-" + (forwards.getLast() + 1));
                forwards.addAll(positions(page));
            }
            List<Integer> backwards = new ArrayList<>(positions(page).reversed());
            while (page.locator("a[rel=prev]").count() > 0) {
                page.locator("a[rel=prev]").last().click();
                assertThat(page.locator(".event").last()).hasAttribute("id", "entry-" + (backwards.getLast() - 1));
                backwards.addAll(positions(page).reversed());
            }

            assertThat(forwards).hasSize(150).isSorted().doesNotHaveDuplicates();
            assertThat(backwards.reversed()).isEqualTo(forwards);
        });
    }

    @Test
    void going_back_shows_the_page_and_the_choice_before() {
        inBrowser(DESK, page -> {
            page.navigate(url(FIXED));
            page.locator("a[rel=next]").first().click();
            assertThat(page.locator("#entry-51")).isVisible();
            page.selectOption("#state", "CHN");
            page.locator(".chooser button").click();
            assertThat(page).hasURL(Pattern.compile("state=CHN"));
            assertThat(page.locator(".event").first()).containsText("China");

            page.goBack();
            assertThat(page.locator("#entry-51")).isVisible();
            assertThat(page.locator("#state")).hasValue("");
            page.goBack();
            assertThat(page.locator("#entry-1")).isVisible();
            page.goForward();
            assertThat(page.locator("#entry-51")).isVisible();
        });
    }

    @Test
    void a_state_file_leads_to_the_entry_that_it_speaks_of() {
        inBrowser(DESK, page -> {
            page.navigate(url("/states/RUS?" + DAY_AFTER));

            page.locator("main a[href^='/events/']").last().click();

            assertThat(page.locator("h1")).hasText(Pattern.compile("Entry [0-9]+"));
            assertThat(page.locator("main")).containsText("Russian Federation");
            page.locator("main a[rel=prev]").click();
            assertThat(page.locator("main a[rel=next]")).isVisible();
        });
    }

    private static List<Integer> positions(Page page) {
        return page.locator(".event").all().stream()
                .map(entry -> Integer.valueOf(entry.getAttribute("id").substring("entry-".length())))
                .toList();
    }
}
