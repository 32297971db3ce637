package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an auditor does: takes a State's evidence home, and checks it where no network is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceBrowserTest extends InBrowser {

    private static final Path VERIFIER =
            Path.of("..", "docs", "verify.html").toAbsolutePath().normalize();

    @Test
    void the_evidence_of_a_state_is_verified_without_a_network_and_is_not_once_it_was_changed() {
        inBrowser(DESK, page -> {
            page.navigate(url("/states/RUS"));
            Download download = page.waitForDownload(
                    () -> page.locator("a[href*='evidence.zip']").click());
            byte[] bundle = bytes(download);
            String key = page.request().get(url("/log/key")).text().strip();

            page.context().setOffline(true);
            page.navigate(VERIFIER.toUri().toString());
            page.fill("#trust", key);
            give(page, bundle);

            assertThat(page.locator("#verdict")).hasText("VERIFIED");
            assertThat(page.locator("#report")).containsText("of RUS in stele.local/ledger");
            assertFinished(page, "evidence-verified");

            bundle[bundle.length / 3] ^= 1;
            give(page, bundle);

            assertThat(page.locator("#verdict")).hasText("NOT VERIFIED");
        });
    }

    private static void give(Page page, byte[] bundle) {
        page.setInputFiles("#files", new FilePayload("evidence.zip", "application/zip", bundle));
    }

    private static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
