package org.stele.eventstore.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.home.KeyFile;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.ledger.NotVerified;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/** Keys are made, read and replaced, and what the old ones signed verifies for ever. */
class KeyRotationTest {

    @TempDir
    Path home;

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws Exception {
        TestSigning signing = new TestSigning(home);
        SigningKeys made = signing.keys("key");
        assertThat(signing.keys("key").verifierKeys()).isEqualTo(made.verifierKeys());
        assertThat(Files.getPosixFilePermissions(home.resolve("key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.resolve("key.pem")).content(UTF_8).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void a_key_may_be_kept_in_pkcs_12() throws Exception {
        Path store = home.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "Ed25519",
                        "-alias",
                        "stele",
                        "-dname",
                        "CN=stele",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret-1")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyFile file = new KeyFile(store, "secret-1");
        SigningKeys keys = SigningKeys.open(TestSigning.ORIGIN, file, List.of());
        assertThat(keys.verifierKeys()).hasSize(1);
        assertThat(file.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> SigningKeys.open(TestSigning.ORIGIN, new KeyFile(store, "other"), List.of()))
                .hasMessageContaining("key.p12");
    }

    @Test
    void what_is_no_key_or_no_name_is_refused_in_words() throws Exception {
        Path none = Files.writeString(home.resolve("none.pem"), "-----BEGIN CERTIFICATE-----\n");
        assertThatThrownBy(() -> SigningKeys.open(TestSigning.ORIGIN, new KeyFile(none, ""), List.of()))
                .hasMessageContainingAll("none.pem", "no Ed25519 key");
        assertThatThrownBy(() -> SigningKeys.open("two words", new TestSigning(home).key("key"), List.of()))
                .hasMessageContaining("'two words' cannot name a ledger");
        assertThatThrownBy(() -> SigningKeys.open(
                        TestSigning.ORIGIN, new TestSigning(home).key("key"), List.of(new TestSigning(home).key("no"))))
                .hasMessageContaining("There is no signing key");
    }

    @Test
    void a_key_is_replaced_with_an_overlap_and_old_checkpoints_still_verify() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        SigningKeys old = signing.keys("old");
        SigningKeys next = signing.keys("next");
        SignedCheckpoint first = grow(database, signing, old);
        SignedCheckpoint both = grow(database, signing, signing.keys("old", "next"));
        SignedCheckpoint last = grow(database, signing, next);

        NoteKey oldKey = old.verifierKeys().getFirst();
        NoteKey nextKey = next.verifierKeys().getFirst();
        TrustedKeys trusted = TestSigning.asked(database, TrustedKeys::read);
        assertThat(trusted.policyText()).isEqualTo("""
                log %s sizes=0-20
                log %s sizes=10-
                quorum none
                """.formatted(oldKey, nextKey));
        Policy policy = trusted.policy();
        assertThat(policy.check(first).signers()).containsExactly(oldKey);
        assertThat(policy.check(both).signers()).containsExactlyInAnyOrder(oldKey, nextKey);
        assertThat(policy.check(last).signers()).containsExactly(nextKey);
        assertThatThrownBy(() -> Policy.of(oldKey).check(last)).isInstanceOf(NotVerified.class);

        assertStopped(database, signing, old, "was given up at size 20");
        assertStopped(database, signing, signing.keys("stranger"), "None of the configured keys");
    }

    private static SignedCheckpoint grow(TestDatabase database, TestSigning signing, SigningKeys keys) {
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database, keys, Duration.ZERO)) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            ledger.appendMany(10);
            return TestSigning.awaitSigned(database);
        }
    }

    private static void assertStopped(TestDatabase database, TestSigning signing, SigningKeys keys, String reason) {
        try (CheckpointSigner signer = signing.start(database, keys, Duration.ZERO)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason()).contains(reason);
        }
    }
}
