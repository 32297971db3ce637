package org.stele.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.verifier.VerdictCorpus;

/** Whatever was chosen before, in whatever order: the verdict on the page is that of the files it names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifierChoicesBrowserTest {

    private static final String PAGE = Path.of("..", "docs", "verify.html")
            .toAbsolutePath()
            .normalize()
            .toUri()
            .toString();

    private static final VerdictCorpus.Case BUNDLE = named("all leaves");
    private static final VerdictCorpus.Case PROOF = named("proof");
    private static final FilePayload GOOD = file("good.zip", BUNDLE.file());
    private static final FilePayload CHANGED = file("changed.zip", changed(BUNDLE.file()));
    private static final FilePayload PROOF_FILE = file("small.proof", PROOF.file());
    private static final FilePayload LEAF = file("small.leaf", leaf());
    private static final FilePayload FORGED = file(
            "forged.leaf",
            new String(leaf(), UTF_8)
                    .replace("\"position\":5", "\"position\":6")
                    .getBytes(UTF_8));
    private static final FilePayload EVENT = file("event.txt", named("event").file());
    private static final FilePayload OTHER = file("page.html", "Sign in first\n".getBytes(UTF_8));
    private static final FilePayload CHECKPOINT =
            file("kept.txt", named("checkpoint").file());
    private static final FilePayload EMPTY = file("empty.zip", new byte[0]);

    private static final List<Choice> CHOICES = List.of(
            new Choice("VERIFIED", GOOD),
            new Choice("NOT VERIFIED", CHANGED),
            new Choice("VERIFIED", PROOF_FILE, LEAF),
            new Choice("VERIFIED", LEAF, PROOF_FILE),
            new Choice("NOT VERIFIED", PROOF_FILE, FORGED),
            new Choice("NOT CHECKED", PROOF_FILE),
            new Choice("VERIFIED", EVENT),
            new Choice("NOT CHECKED", EVENT, GOOD),
            new Choice("NOT CHECKED", LEAF),
            new Choice("VERIFIED", CHECKPOINT),
            new Choice("VERIFIED", GOOD, CHECKPOINT),
            new Choice("NOT CHECKED", GOOD, CHANGED),
            new Choice("NOT CHECKED", GOOD, PROOF_FILE, LEAF),
            new Choice("NOT CHECKED", GOOD, OTHER),
            new Choice("NOT VERIFIED", OTHER),
            new Choice("NOT VERIFIED", EMPTY));

    private static Chromium chromium;
    private Page page;

    private record Choice(String verdict, FilePayload... files) {}

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.browser().newContext().newPage();
        page.navigate(PAGE);
        page.fill("#trust", VerdictCorpus.policy());
    }

    @Test
    void after_every_choice_every_other_one_has_its_own_verdict() {
        for (Choice before : CHOICES) {
            for (Choice now : CHOICES) {
                choose(before.files());
                drop(now.files());
                assertVerdict(now);
                choose(before.files());
                assertVerdict(before);
            }
        }
    }

    @Test
    void the_result_of_a_slow_run_does_not_replace_a_newer_one() {
        holdReadsOf(GOOD);
        choose(GOOD);
        assertThat(page.locator("#verdict")).hasText("Checking");
        choose(PROOF_FILE, FORGED);
        assertVerdict(new Choice("NOT VERIFIED", PROOF_FILE, FORGED));

        page.evaluate("release()");

        assertVerdict(new Choice("NOT VERIFIED", PROOF_FILE, FORGED));
    }

    @Test
    void a_key_that_is_changed_meanwhile_is_the_one_that_counts() {
        holdReadsOf(GOOD);
        choose(GOOD);
        page.fill("#trust", "log ledger.example/audit+nonsense");
        assertThat(page.locator("#verdict")).hasText("NOT CHECKED");

        page.evaluate("release()");

        assertThat(page.locator("#verdict")).hasText("NOT CHECKED");
        page.fill("#trust", VerdictCorpus.policy());
        assertVerdict(new Choice("VERIFIED", GOOD));
        page.fill("#trust", "");
        assertThat(page.locator("#verdict")).hasText("NOT CHECKED");
        assertThat(page.locator("#report")).containsText("the field is empty");
    }

    @Test
    void the_same_file_is_read_again_and_no_choice_leaves_no_verdict() {
        choose(GOOD);
        assertVerdict(new Choice("VERIFIED", GOOD));
        page.locator("#files").dispatchEvent("click");
        assertThat(page.locator("#files")).hasValue("");
        choose(file("good.zip", changed(BUNDLE.file())));
        assertVerdict(new Choice("NOT VERIFIED", GOOD));

        choose();

        assertThat(page.locator("#verdict")).hasText("");
        assertThat(page.locator("#subject")).hasText("");
    }

    @Test
    void a_file_name_cannot_change_the_verdict() {
        choose(file("NOT \u202egood\u200b.zip", BUNDLE.file()));
        assertThat(page.locator("#subject")).hasText("Of NOT U+202EgoodU+200B.zip.");
    }

    @Test
    void a_newline_too_many_or_too_few_and_a_repacked_bundle_are_named() {
        choose(file("small.proof", append(PROOF.file(), "\n")), LEAF);
        assertThat(page.locator("#report")).containsText("one newline more");
        choose(file("small.proof", Arrays.copyOf(PROOF.file(), PROOF.file().length - 1)), LEAF);
        assertThat(page.locator("#report")).containsText("lost its newline");
        choose(PROOF_FILE, file("small.leaf", append(leaf(), "\n")));
        assertThat(page.locator("#report")).containsText("A newline follows the leaf");
        byte[] flagged = BUNDLE.file().clone();
        flagged[6] = 8;
        choose(file("good.zip", flagged));
        assertThat(page.locator("#report")).containsText("only have been repacked");
    }

    private void assertVerdict(Choice choice) {
        assertThat(page.locator("#verdict")).hasText(choice.verdict());
        for (Choice other : CHOICES) {
            for (FilePayload file : other.files()) {
                boolean named = Arrays.stream(choice.files()).anyMatch(one -> one.name.equals(file.name));
                if (named) {
                    assertThat(page.locator("#subject")).containsText(file.name);
                } else {
                    assertThat(page.locator("#subject")).not().containsText(file.name);
                }
            }
        }
    }

    private void choose(FilePayload... files) {
        page.setInputFiles("#files", files);
    }

    private void drop(FilePayload... files) {
        page.evaluate(
                """
                files => {
                  const given = new DataTransfer();
                  for (const file of files) {
                    given.items.add(new File([Uint8Array.from(atob(file.bytes), c => c.charCodeAt(0))], file.name));
                  }
                  document.body.dispatchEvent(
                      new DragEvent('drop', {dataTransfer: given, bubbles: true, cancelable: true}));
                }
                """,
                Arrays.stream(files).map(VerifierChoicesBrowserTest::encoded).toList());
    }

    private static Map<String, String> encoded(FilePayload file) {
        return Map.of("name", file.name, "bytes", Base64.getEncoder().encodeToString(file.buffer));
    }

    /** Reads of the whole file wait for {@code release()}. */
    private void holdReadsOf(FilePayload file) {
        page.evaluate("""
                size => {
                  const read = Blob.prototype.arrayBuffer;
                  const held = new Promise(resolve => { globalThis.release = resolve; });
                  Blob.prototype.arrayBuffer = function() {
                    return this.size === size ? held.then(() => read.call(this)) : read.call(this);
                  };
                }
                """, file.buffer.length);
    }

    private static VerdictCorpus.Case named(String name) {
        return VerdictCorpus.cases(1, 0).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static byte[] leaf() {
        byte[] leaf = PROOF.leaf();
        if (leaf == null) {
            throw new IllegalStateException("A proof has a leaf");
        }
        return leaf;
    }

    private static byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 3] ^= 1;
        return changed;
    }

    private static byte[] append(byte[] bytes, String text) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + text.length());
        System.arraycopy(text.getBytes(UTF_8), 0, all, bytes.length, text.length());
        return all;
    }
}
