package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleEvent;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/** What true evidence looks like, and whose word it rests on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleCommandTest {

    @TempDir
    private Path directory;

    private Cli cli;
    private final SampleLedger ledger = new SampleLedger(5, 300);

    @BeforeEach
    void start() {
        cli = new Cli(directory);
        ledger.recordHeads();
    }

    @ParameterizedTest
    @EnumSource(Completeness.class)
    void the_bundle_of_a_true_ledger_is_verified(Completeness completeness) {
        byte[] bundle = new SampleBundle(ledger, "RUS", completeness)
                .checkpoints(40L, 200L)
                .consistency(40L, 200L)
                .bytes();

        Cli.Answer answer = cli.run("bundle", cli.file("rus.zip", bundle));

        assertThat(answer.out()).startsWith("VERIFIED: ").contains("events of RUS in ledger.example/audit at size 300");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(
                        completeness == Completeness.LEAVES
                                ? "complete: all 300 leaves"
                                : "complete as far as the State heads go: up to size 300 of 300")
                .contains("Signed by " + SampleKeys.LOG.key())
                .contains("Witnessed by witness.example/w2 at 2026-01-01T05:00:11Z")
                .contains("up to position 200: there by 2026-01-01T03:20:10Z; a witness still saw the ledger "
                        + "without them at 2026-01-01T00:40:11Z")
                .contains("Not checked:");
    }

    @Test
    void the_bundle_of_the_whole_ledger_is_verified() {
        byte[] bundle = new SampleBundle(ledger, null, Completeness.LEAVES).bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("all.zip", bundle), "--json");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("{\"verified\":true,").contains("\"events\":300", "\"state\":null");
    }

    @Test
    void with_a_key_alone_it_is_verified_and_said_that_no_witness_was_asked() {
        byte[] bundle = new SampleBundle(ledger, "RUS", Completeness.LEAVES).bytes();
        Cli.Answer answer = cli.runWithKey(SampleKeys.LOG.key(), "bundle", cli.file("rus.zip", bundle));
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Witnessed by nobody that you trust")
                .contains("your trust asks for no witness");
    }

    @Test
    void a_key_that_is_not_the_auditors_is_no_key() {
        byte[] bundle = new SampleBundle(ledger, "RUS", Completeness.LEAVES).bytes();
        Cli.Answer answer = cli.runWithKey(SampleKeys.STRANGER.key(), "bundle", cli.file("rus.zip", bundle));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).startsWith("NOT VERIFIED: No trusted key signed the checkpoint");
    }

    @Test
    void withheld_and_erased_events_are_named_and_keep_their_leaves() {
        byte[] bundle = new SampleBundle(ledger, null, Completeness.LEAVES)
                .disclosing(BundleCommandTest::notTheFirstTwo)
                .bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("all.zip", bundle));
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Withheld from you, 1: positions 1.")
                .contains("Said to be erased, 1: positions 2;");
    }

    private static Disclosure notTheFirstTwo(SampleEvent event) {
        long position = event.leaf().position();
        return position == 1
                ? new Disclosure.Withheld()
                : position == 2 ? new Disclosure.Redacted(250) : event.opened();
    }

    @Test
    void a_bundle_without_an_event_is_never_verified() {
        byte[] bundle = new SampleBundle(ledger, "MOZ", Completeness.LEAVES).bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("moz.zip", bundle));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("There is no event to verify");
        byte[] heads = new SampleBundle(ledger, "MOZ", Completeness.HEADS).bytes();
        assertThat(cli.run("bundle", cli.file("moz.zip", heads)).code()).isEqualTo(1);
    }

    @Test
    void heads_that_are_behind_say_how_far_they_go() {
        ledger.grow(310);
        byte[] bundle = new SampleBundle(ledger, "RUS", Completeness.HEADS)
                .consistency(300L)
                .bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("rus.zip", bundle));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("up to size 300 of 310; a later event of the State could be missing");
    }

    @ParameterizedTest
    @EnumSource(Completeness.class)
    void a_bundle_extends_the_checkpoint_that_was_kept(Completeness completeness) {
        Path since = cli.file("kept", ledger.checkpoint(120).encode());
        byte[] bundle =
                new SampleBundle(ledger, "RUS", completeness).consistency(120L).bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("rus.zip", bundle), "--since", since);
        assertThat(answer.out()).contains("extends the one that you kept at size 120");
        assertThat(answer.code()).isZero();
    }

    @Test
    void without_a_proof_heads_alone_do_not_extend_what_was_kept() {
        Path since = cli.file("kept", ledger.checkpoint(120).encode());
        byte[] bundle = new SampleBundle(ledger, "RUS", Completeness.HEADS).bytes();
        Cli.Answer answer = cli.run("bundle", cli.file("rus.zip", bundle), "--since", since);
        assertThat(answer.out()).contains("ask for a bundle since that size");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void an_older_bundle_than_the_checkpoint_that_was_kept_is_not_verified() {
        byte[] bundle = new SampleBundle(ledger, "RUS", Completeness.LEAVES).bytes();
        ledger.grow(301);
        Path since = cli.file("kept", ledger.checkpoint(301).encode());
        assertThat(cli.run("bundle", cli.file("rus.zip", bundle), "--since", since)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void wrong_use_and_missing_files_have_exit_codes_of_their_own() {
        assertThat(Cli.execute("bundle", "x.zip").code()).isEqualTo(2);
        assertThat(Cli.execute("bundle", "x.zip", "--key", "nonsense").code()).isEqualTo(2);
        assertThat(cli.run("bundle", directory.resolve("missing.zip")).code()).isEqualTo(3);
    }
}
