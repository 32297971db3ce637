package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.verifier.RuleCorpus;
import org.stele.verifier.VerdictCorpus;

/** The verifier in one page comes to the verdicts of the jar. It is opened from the disk, and no network is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifierPageBrowserTest {

    private static final Path PAGE =
            Path.of("..", "docs", "verify.html").toAbsolutePath().normalize();
    private static final int MUTANTS = Integer.getInteger("pageMutants", 1_500);

    private static final String VERIFY = """
            async question => {
              const blob = base64 => base64 && new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))]);
              const asked = {trust: question.trust, leaf: blob(question.leaf), since: blob(question.since)};
              asked[question.kind === 'event' ? 'proof' : question.kind] = blob(question.file);
              return verify(asked);
            }
            """;

    private static final String TAKES = """
            async rule => {
              const bytes = Uint8Array.from(atob(rule.text), c => c.charCodeAt(0));
              try {
                if (rule.kind === 'leaf') parseLeaf(bytes);
                else if (rule.kind === 'body') parseBody(bytes);
                else await parsePolicy(text(bytes));
                return true;
              } catch (e) {
                if (e instanceof Refused) return false;
                throw e;
              }
            }
            """;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void the_page_and_the_jar_agree_on_every_case() {
        long seed = Long.getLong("seed", 20_261_129);
        List<VerdictCorpus.Case> cases = VerdictCorpus.cases(seed, MUTANTS);
        System.out.printf(Locale.ROOT, "%,d cases, -Dseed=%s%n", cases.size(), seed);
        try (BrowserContext context = offline()) {
            Page page = open(context);
            List<String> differences = new ArrayList<>();
            for (VerdictCorpus.Case one : cases) {
                Map<?, ?> answer = (Map<?, ?>) page.evaluate(VERIFY, question(one));
                if (!Objects.equals(answer.get("verified"), one.verified())) {
                    differences.add(one.name() + ", a " + one.kind() + ": the jar says " + one.verified()
                            + ", the page " + answer + "; " + base64(one.file()));
                }
            }
            assertThat(differences).as("-Dseed=%d", seed).isEmpty();
            assertThat(cases).filteredOn(VerdictCorpus.Case::verified).hasSizeGreaterThan(8);
        }
    }

    @Test
    void the_page_takes_and_refuses_every_text_as_the_published_rules_say() {
        try (BrowserContext context = offline()) {
            Page page = open(context);
            for (Map<String, Object> rule : RuleCorpus.texts()) {
                assertThat(page.evaluate(TAKES, rule)).as("%s", rule).isEqualTo(rule.get("valid"));
            }
        }
    }

    private static Map<String, Object> question(VerdictCorpus.Case one) {
        Map<String, Object> question = new HashMap<>();
        question.put("trust", VerdictCorpus.policy());
        question.put("kind", one.kind());
        question.put("file", base64(one.file()));
        question.put("leaf", base64(one.leaf()));
        question.put("since", base64(one.since()));
        return question;
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void an_auditor_gives_a_bundle_and_reads_the_report() {
        try (BrowserContext context = offline()) {
            Page page = open(context);
            VerdictCorpus.Case bundle = VerdictCorpus.cases(1, 0).getFirst();
            page.fill("#trust", VerdictCorpus.policy());
            page.setInputFiles("#files", new FilePayload("rus.zip", "application/zip", bundle.file()));

            PlaywrightAssertions.assertThat(page.locator("#verdict")).hasText("VERIFIED");
            assertThat(page.locator("#report").textContent())
                    .contains("all 8 leaves", "Witnessed by witness.example/w2", "Not checked:");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            PlaywrightAssertions.assertThat(page.locator("#subject")).hasText("Of rus.zip.");

            page.fill("#trust", "");
            page.setInputFiles("#files", new FilePayload("rus.zip", "application/zip", bundle.file()));
            PlaywrightAssertions.assertThat(page.locator("#verdict")).hasText("NOT CHECKED");
        }
    }

    private static BrowserContext offline() {
        BrowserContext context = chromium.browser().newContext();
        context.setOffline(true);
        return context;
    }

    private static Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(PAGE.toUri().toString());
        return page;
    }
}
