package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an official and a panel member do, done in a browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesBrowserTest {

    private static final String DAY_AFTER = "?effectiveOn=2019-12-23&knownOn=2019-12-23";
    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private static Path directory;

    private static RunningStele stele;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        stele = RunningStele.start(directory.resolve("home"));
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        stele.close();
    }

    @ParameterizedTest
    @CsvSource({
        "board, /?effectiveOn=2019-12-23&knownOn=2019-12-23",
        "russia, /states/RUS",
        "mozambique, /states/MOZ",
        "sending-state, /states/PRK",
        "events, /events",
        "choice, /file",
        "attestation, /file/attestation",
        "notice, /file/repatriation-notice",
        "no-such-page, /states/XXX"
    })
    void a_page_fits_every_width_breaks_no_policy_and_is_accessible(String name, String path) {
        for (int width : WIDTHS) {
            inBrowser(width, true, page -> {
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error") && !message.text().contains("404")) {
                        complaints.add(message.text());
                    }
                });
                page.onPageError(complaints::add);
                page.navigate(stele.url(path));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
                        .setFullPage(true));

                assertThat(complaints).as("%s at %d", path, width).isEmpty();
                assertThat((Integer) page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("%s scrolls sideways at %d", path, width)
                        .isZero();
                assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                        .extracting(
                                Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                        .as("%s at %d", path, width)
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_state_is_one_tile_that_opens_its_file_in_the_same_view(boolean withScripts) {
        inBrowser(1440, withScripts, page -> {
            page.navigate(stele.url("/" + DAY_AFTER));
            Locator tiles = page.locator(".tile a");
            assertThat(tiles.count()).isEqualTo(193);

            page.locator(".tile a[href*='/states/RUS']").click();

            assertThat(page.url()).contains("/states/RUS", "effectiveOn=2019-12-23", "knownOn=2019-12-23");
            assertThat(page.locator("h1").textContent()).isEqualTo("Russian Federation");
            assertThat(page.locator("main").textContent()).contains("11,490");
        });
    }

    @Test
    void the_sending_state_has_no_status() {
        inBrowser(1440, true, page -> {
            page.navigate(stele.url("/states/PRK"));

            assertThat(page.locator(".status").count()).isZero();
            assertThat(page.locator("main").textContent()).contains("Sending State");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void an_official_files_an_attestation_and_loses_nothing_on_the_way(int width) {
        inBrowser(width, true, page -> {
            page.navigate(stele.url("/file"));
            page.locator("main a[href='/file/attestation']").click();
            page.selectOption("#state", "KEN");
            page.fill("#staffId", "KEN-PM-" + width);
            page.selectOption("#obligation", "REP-FIN");
            page.fill("#remainingCount", "none");
            page.fill("#periodTo", "2019-02-30");
            page.fill("#explanation", "Two <b>persons</b> wait for a flight.");
            page.locator("button[value=check]").click();

            assertThat(page.locator(".problems a").allTextContents()).hasSize(2);
            assertThat(page.inputValue("#explanation")).isEqualTo("Two <b>persons</b> wait for a flight.");
            assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                    .isEmpty();
            page.locator(".problems a").first().click();
            page.fill("#periodTo", "2019-12-22");
            page.fill("#remainingCount", "2");
            page.locator("button[value=check]").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Check the attestation");
            page.locator("button[value=change]").click();
            assertThat(page.inputValue("#remainingCount")).isEqualTo("2");
            page.locator("button[value=check]").click();
            page.locator("button[value=send]").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Recorded");
            String receipt = page.locator("main").textContent();
            page.reload();
            assertThat(page.locator("main").textContent()).isEqualTo(receipt);
            assertThat(receipt).containsPattern("[0-9a-f]{64}");
            page.locator("main a[href='/states/KEN']").click();
            assertThat(page.locator("#submitted").isVisible()).isTrue();
        });
    }

    @Test
    void an_official_gives_notice_by_keyboard_alone() {
        inBrowser(1024, false, page -> {
            page.navigate(stele.url("/file/repatriation-notice"));
            page.focus("#state");
            page.keyboard().type("Norway");
            for (String typed : List.of("NOR-PM-2", "Workers", "12", "2019-11", "Democratic", "By")) {
                page.keyboard().press("Tab");
                page.keyboard().type(typed);
            }
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Check the repatriation notice");

            page.locator("button[value=send]").focus();
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Recorded");
        });
    }

    private static void inBrowser(int width, boolean withScripts, Consumer<Page> steps) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(withScripts))) {
            steps.accept(context.newPage());
        }
    }
}
