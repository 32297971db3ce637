package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One running ledger and one Chromium for all tests; each test has a fresh browser profile of its own. */
abstract class InBrowser {

    static final String DAY_AFTER = "effectiveOn=2019-12-23&knownOn=2019-12-23";
    static final int DESK = 1440;
    static final int TABLET = 1024;
    static final int PHONE = 390;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static @Nullable RunningStele stele;
    private static @Nullable StateRoot root;
    private static @Nullable Chromium chromium;

    private static synchronized RunningStele stele() {
        if (stele == null) {
            try {
                Path home = Files.createTempDirectory("stele-browser").resolve("home");
                root = StateRoot.of("SWE", home.resolveSibling("swedish-root.pem"));
                Files.writeString(home.resolveSibling("roots"), root.line());
                stele = RunningStele.start(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(stele::close));
        }
        return stele;
    }

    private static synchronized Chromium chromium() {
        if (chromium == null) {
            chromium = Chromium.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(chromium::close));
        }
        return chromium;
    }

    static String url(String path) {
        return stele().url(path);
    }

    /** The root key of Sweden, which the running ledger knows. */
    static StateRoot swedishRoot() {
        stele();
        return Objects.requireNonNull(root);
    }

    /** The answer to a command with headers of its own, and the status that is expected. */
    static String post(String path, String username, String json, Map<String, String> headers, int status) {
        try {
            return stele().post(path, username, json, headers, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a command that an account of the demonstration sends. */
    static String post(String path, String username, String json) {
        try {
            return stele().post(path, username, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs the steps in a browser of this width; anything that it complains of on the way fails the test. */
    static void inBrowser(int width, Consumer<Page> steps) {
        browse(new Browser.NewContextOptions().setViewportSize(width, 900), steps);
    }

    static void withoutScripts(int width, Consumer<Page> steps) {
        browse(new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(false), steps);
    }

    private static void browse(Browser.NewContextOptions options, Consumer<Page> steps) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = chromium().browser().newContext(options)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                // A browser also reports that a page was answered with 404 or 422.
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            signIn(page, "Auditor");
            steps.accept(page);
        }
        assertThat(complaints).isEmpty();
    }

    /** Signs in by one click, as this role of the demonstration. */
    static void signIn(Page page, String role) {
        page.context().clearCookies();
        page.navigate(url("/sign-in?continue=/file"));
        page.locator(".trials button[aria-label='" + role + "']").click();
        page.waitForURL("**/file");
    }

    /** The page as it now stands fits its width and is accessible; a picture of it is kept. */
    static void assertFinished(Page page, String name) {
        int width = page.viewportSize().width;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
                .setFullPage(true));
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s scrolls sideways at %d", name, width)
                .isZero();
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .as("%s at %d", name, width)
                .isEmpty();
    }
}
