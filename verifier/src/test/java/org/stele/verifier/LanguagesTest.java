package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;
import org.stele.ledger.sample.SampleLog;

/** A verdict does not depend on the language of the machine that comes to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "my-MM", "ckb-IQ", "mr-IN", "th-TH-u-nu-thai", "tr-TR", "de-CH"})
    void every_answer_is_the_same_byte_for_byte_in_another_language(String language) {
        Locale.setDefault(Locale.ROOT);
        List<Cli.Answer> expected = answers();
        assertThat(expected).extracting(Cli.Answer::code).containsExactly(0, 0, 0, 0, 0, 0, 1);

        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(answers()).isEqualTo(expected);
    }

    private List<Cli.Answer> answers() {
        SampleLedger ledger = new SampleLedger(3, 1_300);
        ledger.recordHeads();
        SampleLog.write(ledger, directory.resolve("log"));
        Cli cli = new Cli(directory);
        Path leaves = cli.file("all.zip", new SampleBundle(ledger, null, Completeness.LEAVES).bytes());
        Path heads = cli.file("rus.zip", new SampleBundle(ledger, "RUS", Completeness.HEADS).bytes());
        Path proof = cli.file("p", ledger.proof(1_042, 1_300).encode());
        Path leaf = cli.file("l", ledger.event(1_042).leaf().encode());
        Path body = cli.file("b", ledger.event(1_042).body());
        String salt = HexFormat.of().formatHex(ledger.event(1_042).salt());
        Path kept = cli.file("kept", ledger.checkpoint(1_300).encode());
        return List.of(
                cli.run("bundle", leaves),
                cli.run("bundle", heads, "--json"),
                cli.run("proof", proof, "--leaf", leaf, "--body", body, "--salt", salt),
                cli.run("log", directory.resolve("log")),
                cli.run("checkpoint", kept),
                cli.run("diff", heads, heads),
                cli.run(
                        "proof",
                        proof,
                        "--leaf",
                        cli.file("m", ledger.event(7).leaf().encode())));
    }

    /** The control: where the whole suite runs in Arabic, a number without a language of its own is Arabic. */
    @Test
    @EnabledIfSystemProperty(named = "user.language", matches = "ar")
    void this_suite_runs_where_numbers_have_arabic_digits() {
        assertThat(String.format(Locale.getDefault(), "%d", 1_234)).isEqualTo("\u0661\u0662\u0663\u0664");
    }
}
