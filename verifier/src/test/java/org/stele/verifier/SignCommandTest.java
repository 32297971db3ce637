package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleSigner;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** Keys are made, enrolled, used and revoked offline, and what the program prints is accepted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EDDSA", "ES256"})
    void a_root_enrols_a_key_that_signs_until_it_is_revoked(String algorithm) throws Exception {
        SigningKey root = keygen("root.pem", algorithm);
        SigningKey key = keygen("key.pem", algorithm);
        assertThat(Cli.execute("sign", "key", file("key.pem")).out()).contains(key.id(), key.toString());
        SubmitterCheck check = new SubmitterCheck(SampleKeys.ORIGIN, Roots.parse(List.of("NOR=" + root.id())));

        SignedFilings enrolment = signed(
                "enrol",
                "--root",
                file("root.pem"),
                "--state",
                "NOR",
                "--key",
                key.toString(),
                "--label",
                "Second key");
        assertThat(check.event(1, "NOR", body(enrolment, 0)).status()).isEqualTo(Status.ENROLLED);
        SignedFilings one = signed("filing", filing(2), "--key", file("key.pem"));
        assertThat(check.event(2, "NOR", body(one, 0)).status()).isEqualTo(Status.SIGNED);
        SignedFilings two = signed("filing", filing(3), filing(4), "--key", file("key.pem"));
        assertThat(check.event(3, "NOR", body(two, 1)).status()).isEqualTo(Status.SIGNED);
        assertThat(check.event(4, "NOR", body(two, 0)).status()).isEqualTo(Status.SIGNED);
        SignedFilings revocation = signed(
                "revoke", "--root", file("root.pem"), "--state", "NOR", "--key-id", key.id(), "--reason", "LOST");
        assertThat(check.event(5, "NOR", body(revocation, 0)).status()).isEqualTo(Status.REVOKED);
        SignedFilings late = signed("filing", filing(5), "--key", file("key.pem"));
        assertThat(check.event(6, "NOR", body(late, 0)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void what_is_signed_is_shown_in_its_canonical_form_with_its_digest() throws IOException {
        keygen("key.pem", "EDDSA");
        Filing filing = SampleFiling.attestation("NOR", 2).filing();
        String canonical = new String(filing.canonical(), UTF_8);

        Cli.Answer shown = Cli.execute("sign", "show", filing(2));
        assertThat(shown.out()).contains(canonical, "digest " + filing.digest());
        Cli.Answer signed =
                Cli.execute("sign", "filing", filing(2), "--key", file("key.pem"), "--ledger", SampleKeys.ORIGIN);
        assertThat(signed.err())
                .contains(
                        canonical, "digest " + filing.digest(), "signed for NOR in ledger.example/audit as signatory");
        assertThat(SignedFilings.parse(signed.out().strip().getBytes(UTF_8)).encode())
                .isEqualTo(signed.out().strip().getBytes(UTF_8));
    }

    @Test
    void keys_of_others_are_read_as_pkcs_8_and_as_jwk() throws IOException {
        for (SampleSigner signer : List.of(SampleSigner.FILE, SampleSigner.SIGNATORY)) {
            byte[] pkcs8 = signer.privateKey().getEncoded();
            secret(
                    "foreign.pem",
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pkcs8)
                            + "\n-----END PRIVATE KEY-----\n");
            assertThat(Cli.execute("sign", "key", file("foreign.pem")).out())
                    .contains(signer.key().id());
        }
        // RFC 8037, appendix A.1.
        secret(
                "jwk",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                        + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
        assertThat(Cli.execute("sign", "key", file("jwk")).out())
                .contains("MCowBQYDK2VwAyEA11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        // RFC 7517, appendix A.2.
        secret(
                "jwk",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                        + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}");
        SigningKey key = SigningKey.parse(
                Cli.execute("sign", "key", file("jwk")).out().replaceAll("(?s).*public key (\\S+).*", "$1"));
        assertThat(Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOfRange(key.spki(), 27, 59)))
                .startsWith("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4");
    }

    @Test
    void a_key_that_others_may_read_is_refused_and_a_new_one_is_nobody_elses() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        keygen("key.pem", "EDDSA");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r-----"));

        Cli.Answer answer = Cli.execute("sign", "key", file("key.pem"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("chmod 600");
        assertThat(Cli.execute("sign", "keygen", file("key.pem")).code()).isEqualTo(2);
    }

    @Test
    void what_is_no_filing_or_no_key_is_refused_without_repeating_a_secret() throws IOException {
        keygen("key.pem", "EDDSA");
        Files.writeString(
                folder.resolve("f"),
                "{\"content\":{\"memberState\":\"NOR\",\"submittedOn\":\"2020-01-01\"},"
                        + "\"type\":\"attestation.AttestationSubmitted\",\"typeVersion\":\"2\"}");
        Cli.Answer withDay = Cli.execute("sign", "filing", file("f"), "--key", file("key.pem"), "--ledger", "a");
        assertThat(withDay.code()).isEqualTo(2);
        assertThat(withDay.err()).contains("The ledger sets attestation, document.id, submittedOn");
        secret("bad", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        Cli.Answer bad = Cli.execute("sign", "key", file("bad"));
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).doesNotContain("c2VjcmV0").contains("PKCS#8 in PEM");
        assertThat(Cli.execute("sign", "key", file("nothing")).code()).isEqualTo(2);
    }

    private SigningKey keygen(String name, String algorithm) {
        Cli.Answer answer = Cli.execute("sign", "keygen", file(name), "--algorithm", algorithm);
        assertThat(answer.code()).as(answer.err()).isZero();
        return SigningKey.parse(answer.out().replaceAll("(?s).*public key (\\S+).*", "$1"));
    }

    private SignedFilings signed(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "sign";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--ledger";
        all[all.length - 1] = SampleKeys.ORIGIN;
        Cli.Answer answer = Cli.execute(all);
        assertThat(answer.code()).as(answer.err()).isZero();
        return SignedFilings.parse(answer.out().strip().getBytes(UTF_8));
    }

    /** The event that a ledger would record of one of the filings. */
    private static byte[] body(SignedFilings signed, int index) {
        Filing filing = signed.filings().get(index);
        SampleFiling event =
                new SampleFiling(filing.type(), filing.typeVersion(), "NOR", CanonicalJson.text(filing.content()));
        return event.body("signatory", signed.signature());
    }

    private String filing(int number) throws IOException {
        JsonValue document = StrictJson.parse(
                SampleFiling.attestation("NOR", number).filing().canonical());
        // As people write it.
        String spaced = CanonicalJson.text(document).replace("\",\"", "\" ,\n\"");
        return Files.writeString(folder.resolve("filing" + number), spaced).toString();
    }

    private void secret(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.deleteIfExists(path);
        Files.createFile(path);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(path, content);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
