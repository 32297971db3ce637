package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleEvent;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/** What is no question about evidence gets no verdict on it: exit code 2, what was expected, what came, what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongUseTest {

    @TempDir
    private Path directory;

    private Cli cli;
    private Path bundle;
    private Path proof;
    private Path leaf;
    private Path body;
    private Path checkpoint;
    private Path page;
    private String salt;
    private final SampleLedger ledger = new SampleLedger(5, 20);

    @BeforeEach
    void files() {
        cli = new Cli(directory);
        SampleEvent event = ledger.event(7);
        bundle = cli.file("rus.zip", new SampleBundle(ledger, "RUS", Completeness.LEAVES).bytes());
        proof = cli.file("7.proof", ledger.proof(7, 20).encode());
        leaf = cli.file("7.leaf", event.leaf().encode());
        body = cli.file("7.body", event.body());
        checkpoint = cli.file("kept", ledger.checkpoint(20).encode());
        page = cli.file("page.html", "<!DOCTYPE html><title>Sign in</title>".getBytes(UTF_8));
        salt = HexFormat.of().formatHex(event.salt());
    }

    private void assertWrongUse(Cli.Answer answer, String... said) {
        assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(2);
        assertThat(answer.err()).startsWith("Expected ").contains(said);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void half_of_an_opening_is_wrong_use() {
        assertWrongUse(cli.run("proof", proof, "--leaf", leaf, "--body", body), "got only --body", "name both");
        assertWrongUse(cli.run("proof", proof, "--leaf", leaf, "--salt", salt), "got only --salt");
        assertWrongUse(cli.run("proof", proof), "--leaf", "--opening");
        assertWrongUse(cli.run("proof", proof, "--leaf", leaf, "--opening", opening(salt)), "--opening alone");
        for (String bad : List.of("", "12", salt + "00", salt.replace(salt.charAt(0), 'g'), "AAAA", "x".repeat(24))) {
            assertWrongUse(
                    cli.run("proof", proof, "--leaf", leaf, "--body", body, "--salt", bad), "32 hexadecimal digits");
        }
    }

    @Test
    void half_of_an_extension_is_wrong_use() {
        Path earlier = cli.file("earlier", ledger.checkpoint(9).encode());
        assertWrongUse(cli.run("checkpoint", checkpoint, "--since", earlier), "--consistency", "from=9&to=20");
        assertWrongUse(cli.run("checkpoint", checkpoint, "--consistency", earlier), "--since");
    }

    @Test
    void a_file_of_another_kind_is_named_as_what_it_is() {
        assertWrongUse(cli.run("bundle", checkpoint), "is a checkpoint", "stele-verify checkpoint");
        assertWrongUse(cli.run("bundle", proof), "is a proof");
        assertWrongUse(cli.run("bundle", leaf), "is a leaf");
        assertWrongUse(cli.run("bundle", page), "is a web page");
        assertWrongUse(cli.run("bundle", bundle, "--since", bundle), "Expected a checkpoint", "is an evidence bundle");
        assertWrongUse(cli.run("bundle", bundle, "--since", page), "Expected a checkpoint", "is a web page");
        assertWrongUse(cli.run("checkpoint", bundle), "Expected a checkpoint", "is an evidence bundle");
        assertWrongUse(cli.run("proof", bundle, "--leaf", leaf), "Expected a proof");
        assertWrongUse(cli.run("proof", leaf, "--leaf", proof), "Expected a proof");
        assertWrongUse(cli.run("proof", proof, "--leaf", bundle), "Expected a leaf");
        assertWrongUse(cli.run("proof", proof, "--leaf", leaf, "--body", leaf, "--salt", salt), "Expected a body");
        assertWrongUse(cli.run("proof", proof, "--opening", leaf), "Expected an opening");
        assertWrongUse(cli.run("diff", checkpoint, bundle), "is a checkpoint");
        assertWrongUse(cli.run("log", bundle), "is a file");
    }

    @Test
    void what_the_auditor_kept_and_is_none_is_no_verdict_on_the_evidence() {
        Path nothing = cli.file("nothing", new byte[0]);
        Path words = cli.file("words", "Sign in first\n".getBytes(UTF_8));
        for (Path kept : List.of(nothing, words, directory.resolve("missing"), directory)) {
            assertWrongUse(cli.run("bundle", bundle, "--since", kept), "Expected a");
            assertWrongUse(cli.run("log", directory, "--since", kept), "Expected a");
            assertWrongUse(cli.run("checkpoint", checkpoint, "--since", kept), "Expected a");
        }
    }

    @Test
    void directories_and_addresses_that_are_none_are_named() {
        assertWrongUse(cli.run("bundle", directory), "is a directory");
        assertWrongUse(cli.run("proof", directory, "--leaf", leaf), "is a directory");
        assertWrongUse(cli.run("checkpoint", directory), "is a directory");
        for (String bad :
                List.of("ftp://127.0.0.1/log", "http://", "http://a b/log", "http://127.0.0.1:99999/log", "a\0b")) {
            assertWrongUse(cli.run("log", bad), "Expected ");
        }
    }

    @Test
    void trust_that_is_none_says_which_form_it_has() {
        for (String key : List.of("", "nonsense", "a+b", directory + "/7.leaf", SampleKeys.LOG.key() + "A")) {
            assertWrongUse(Cli.execute("bundle", bundle.toString(), "--key", key), "name+id+key");
        }
        for (Path policy : List.of(directory.resolve("missing"), directory, bundle, leaf)) {
            assertWrongUse(Cli.execute("bundle", bundle.toString(), "--policy", policy.toString()), "Expected a");
        }
        String padded = " " + SampleKeys.LOG.key() + "\n";
        assertThat(Cli.execute("bundle", bundle.toString(), "--key", padded).code())
                .isZero();
    }

    @Test
    void unknown_words_are_wrong_use_in_every_command() {
        for (String command : List.of("bundle", "proof", "log", "checkpoint", "diff")) {
            assertThat(cli.run(command, bundle, "--kept", checkpoint).code())
                    .as(command)
                    .isEqualTo(2);
            assertThat(Cli.execute(command).code()).as(command).isEqualTo(2);
            assertThat(Cli.execute(command, "--help").code()).as(command).isZero();
        }
        assertThat(Cli.execute().code()).isEqualTo(2);
        assertThat(Cli.execute("verify").code()).isEqualTo(2);
    }

    @Test
    void two_bundles_of_two_states_are_wrong_use() {
        Path all = cli.file("all.zip", new SampleBundle(ledger, null, Completeness.LEAVES).bytes());
        assertWrongUse(cli.run("diff", bundle, all), "of RUS and of all States");
    }

    @Test
    void a_salt_is_taken_in_hexadecimal_and_in_base64_and_an_opening_as_it_was_downloaded() {
        for (String spelled : List.of(
                salt,
                salt.toUpperCase(java.util.Locale.ROOT),
                Base64.getEncoder().encodeToString(ledger.event(7).salt()))) {
            assertThat(cli.run("proof", proof, "--leaf", leaf, "--body", body, "--salt", spelled)
                            .out())
                    .contains("The body is the one");
            assertThat(cli.run("proof", proof, "--opening", opening(spelled)).out())
                    .startsWith("VERIFIED: position 7")
                    .contains("The body is the one");
        }
        Path changed = cli.file(
                "changed",
                new String(bytes(opening(salt)), UTF_8)
                        .replace("\"leaf\":\"{\\\"commitment\\\":\\\"", "\"leaf\":\"{\\\"commitment\\\":\\\"0")
                        .getBytes(UTF_8));
        assertThat(cli.run("proof", proof, "--opening", changed).code()).isEqualTo(1);
    }

    private Path opening(String spelledSalt) {
        SampleEvent event = ledger.event(7);
        return cli.file("7.opening", """
                {"position":7, "leaf":"%s",
                 "leafHash":"%s", "salt":"%s", "body":"%s"}
                """.formatted(
                        new String(event.leaf().encode(), UTF_8).replace("\"", "\\\""),
                        event.leaf().hash(),
                        spelledSalt,
                        Base64.getEncoder().encodeToString(event.body()))
                .getBytes(UTF_8));
    }

    @Test
    void a_newline_too_many_or_too_few_is_named() {
        assertThat(cli.run("proof", more(proof, "\n"), "--leaf", leaf).out()).contains("one newline more");
        assertThat(cli.run("proof", less(proof), "--leaf", leaf).out()).contains("lost its newline");
        assertThat(cli.run("checkpoint", more(checkpoint, "\n")).out()).contains("one newline more");
        assertThat(cli.run("checkpoint", less(checkpoint)).out()).contains("lost its newline");
        assertThat(cli.run("proof", proof, "--leaf", more(leaf, "\n")).out()).contains("A newline follows the leaf");
        assertThat(cli.run("proof", proof, "--leaf", leaf, "--body", more(body, "\n"), "--salt", salt)
                        .out())
                .contains("A newline follows the body");
    }

    private Path more(Path file, String end) {
        byte[] bytes = bytes(file);
        byte[] all = Arrays.copyOf(bytes, bytes.length + end.length());
        System.arraycopy(end.getBytes(UTF_8), 0, all, bytes.length, end.length());
        return cli.file("more", all);
    }

    private Path less(Path file) {
        byte[] bytes = bytes(file);
        return cli.file("less", Arrays.copyOf(bytes, bytes.length - 1));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
