package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleEvent;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;
import org.stele.ledger.sample.SampleSigner;
import org.stele.ledger.sample.SignedLedger;

/** What the program says of submitters' signatures, filing by filing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmittersTest {

    private static final String KEY = SampleKeys.LOG.key().toString();
    private static final String ROOT = "NOR=" + SampleSigner.ROOT_NOR.key().id();

    @TempDir
    Path folder;

    @Test
    void each_filing_is_named_with_its_key_or_as_not_signed() throws IOException {
        Cli.Answer answer =
                bundle(new SampleBundle(new SignedLedger().ledger(), "NOR", Completeness.LEAVES), "--root", ROOT);

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(
                        "Submitters: 2 signed, 1 entered by officials of States and not signed, 0 signed and not checked; 2 keys enrolled, 0 revoked.")
                .contains("- position 5: signed by key "
                        + SampleSigner.SIGNATORY.key().id() + " as signatory of NOR")
                .contains(
                        "- position 6: signed by key " + SampleSigner.FILE.key().id() + " as signatory of NOR")
                .contains("- position 7: entered for NOR, not signed")
                .contains(
                        "- position 3: the root " + SampleSigner.ROOT_NOR.key().id() + " of NOR enrolled a key");
        assertThat(bundle(
                                new SampleBundle(new SignedLedger().ledger(), "NOR", Completeness.LEAVES),
                                "--root",
                                ROOT,
                                "--json")
                        .out())
                .contains("\"submitters\":{\"signed\":2,\"unsigned\":1,\"notChecked\":0");
    }

    @Test
    void without_the_root_nothing_is_said_to_be_signed() throws IOException {
        Cli.Answer answer = bundle(new SampleBundle(new SignedLedger().ledger(), "NOR", Completeness.LEAVES));

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("0 signed, 1 entered by officials of States and not signed, 4 signed and not checked")
                .contains("NOT CHECKED: you named no root key of NOR")
                .contains("name the root keys with --root STATE=FINGERPRINT");
    }

    @Test
    void another_root_or_a_forged_filing_is_not_verified_and_says_why() throws IOException {
        SampleFiling filing = SampleFiling.attestation("NOR", 9);
        SampleLedger forged = new SignedLedger()
                .file(filing, SampleSigner.STRANGER.jws(filing.challenge("signatory", 9)))
                .ledger();

        Cli.Answer wrongRoot = bundle(
                new SampleBundle(forged, "NOR", Completeness.LEAVES),
                "--root",
                "NOR=" + SampleSigner.FALSE_ROOT.key().id());
        assertThat(wrongRoot.code()).isEqualTo(1);
        assertThat(wrongRoot.out()).contains("which is not the one you named for NOR");
        Cli.Answer answer = bundle(new SampleBundle(forged, "NOR", Completeness.LEAVES), "--root", ROOT);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains(
                        "NOT VERIFIED: 1 of submitters' signatures FAILED, while the ledger itself holds: position 8: "
                                + "the State's root enrolled no such key for the role signatory before");
        assertThat(bundle(new SampleBundle(forged, "NOR", Completeness.LEAVES), "--root", "NOR=12")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_key_whose_enrolment_is_withheld_is_not_checked_and_its_lines_are_not_there() throws IOException {
        SampleBundle bundle = new SampleBundle(new SignedLedger().ledger(), "NOR", Completeness.LEAVES)
                .disclosing(event -> event.leaf().position() == 3 ? new Disclosure.Withheld() : event.opened());

        Cli.Answer answer = bundle(bundle, "--root", ROOT);

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(
                        "position 5: signed by key "
                                + SampleSigner.SIGNATORY.key().id()
                                + " as signatory of NOR, NOT CHECKED: its key may have been enrolled in an event that is not shown")
                .contains("position 6: signed by key " + SampleSigner.FILE.key().id() + " as signatory of NOR")
                .contains("whether a key was revoked in an event that is withheld or erased");
    }

    @Test
    void a_proof_with_its_opening_and_the_events_about_keys_checks_the_signature() throws IOException {
        SampleLedger ledger = new SignedLedger().ledger();
        Path proof = write("proof", ledger.proof(5, ledger.size()).encode());

        Cli.Answer answer = Cli.execute(
                "proof",
                proof.toString(),
                "--opening",
                opening(ledger, 5).toString(),
                "--key-event",
                opening(ledger, 3).toString(),
                "--root",
                ROOT,
                "--key",
                KEY);
        assertThat(answer.out())
                .contains("position 5: signed by key "
                        + SampleSigner.SIGNATORY.key().id());
        assertThat(answer.code()).isZero();
        Cli.Answer without = Cli.execute(
                "proof", proof.toString(), "--opening", opening(ledger, 5).toString(), "--root", ROOT, "--key", KEY);
        assertThat(without.out()).contains("position 5: signed by key", "NOT CHECKED");
        Cli.Answer other = Cli.execute(
                "proof",
                proof.toString(),
                "--opening",
                opening(ledger, 5).toString(),
                "--key-event",
                opening(ledger, 3).toString(),
                "--root",
                "NOR=" + SampleSigner.FALSE_ROOT.key().id(),
                "--key",
                KEY);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("Position 3: the submitter's signature FAILED");
    }

    private Path opening(SampleLedger ledger, long position) throws IOException {
        SampleEvent event = ledger.event(position);
        String leaf = new String(event.leaf().encode(), UTF_8).replace("\"", "\\\"");
        return write(
                "opening" + position,
                "{\"position\":%s,\"leaf\":\"%s\",\"salt\":\"%s\",\"body\":\"%s\"}"
                        .formatted(
                                position,
                                leaf,
                                Base64.getEncoder().encodeToString(event.salt()),
                                Base64.getEncoder().encodeToString(event.body()))
                        .getBytes(UTF_8));
    }

    private Cli.Answer bundle(SampleBundle bundle, String... more) throws IOException {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "bundle";
        arguments[1] = write("bundle.zip", bundle.bytes()).toString();
        arguments[2] = "--key";
        arguments[3] = KEY;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Cli.execute(arguments);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
