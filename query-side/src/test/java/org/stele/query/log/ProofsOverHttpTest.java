package org.stele.query.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.evidence.EvidenceBundles;
import org.stele.eventstore.evidence.EvidenceRequest;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.eventstore.signing.TestWitness;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.ConsistencyText;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.query.log.LogServer.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proofs and bundles as an auditor asks for them and checks them, with the program that auditors have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProofsOverHttpTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path directory;

    private static NoteKey key;
    private static Path policy;
    private static TestWitness witness;
    private static CheckpointSigner signer;
    private static LogServer server;
    private static SignedCheckpoint kept;

    @BeforeAll
    static void a_witnessed_ledger_of_four_States() throws Exception {
        TestSigning signing = new TestSigning(directory.resolve("home"));
        key = signing.keys("key").verifierKeys().getFirst();
        witness = TestWitness.start("witness.example/w1");
        witness.trust(signing.keys("key"));
        policy = Files.writeString(
                directory.resolve("policy"),
                "log %s%nwitness w1 %s%nquorum w1%n"
                        .formatted(key, witness.witness().key()));
        signer = signing.start(DATABASE, signing.keys("key"), Duration.ofHours(1), witness.witness());
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            ledger.appendMany(100);
            kept = TestSigning.awaitSigned(DATABASE);
            ledger.appendMany(300);
            TestSigning.awaitSigned(DATABASE);
            ledger.appendMany(200);
            TestSigning.awaitSigned(DATABASE);
        }
        server = LogServer.on(DATABASE);
    }

    @AfterAll
    static void stop() {
        server.close();
        signer.close();
        witness.close();
    }

    @Tag("in-arabic")
    @Test
    void HEAD_of_a_bundle_says_what_GET_would_and_makes_none() {
        for (String path : List.of("/api/v1/evidence.zip", "/api/v1/states/POL/evidence.zip")) {
            HttpResponse<byte[]> asked = server.send("HEAD", path);
            HttpResponse<byte[]> made = server.get(path);

            assertThat(asked.statusCode()).isEqualTo(200);
            for (String header : List.of("Content-Type", "Content-Disposition", "Cache-Control")) {
                assertThat(asked.headers().firstValue(header))
                        .isEqualTo(made.headers().firstValue(header));
            }
            assertThat(asked.headers().firstValue("Content-Length")).isEmpty();
            assertThat(asked.body()).isEmpty();
        }
        assertThat(server.send("HEAD", "/api/v1/evidence.zip?treeSize=7").statusCode())
                .isEqualTo(404);
    }

    @Tag("in-arabic")
    @Test
    void the_proof_and_the_opening_of_an_event_are_verified() throws IOException {
        Path proof = server.save("/api/v1/events/7/proof", directory.resolve("7.tlog-proof"));
        JsonNode opening = JSON.readTree(server.bytes("/api/v1/events/7/opening"));
        Path leaf =
                Files.writeString(directory.resolve("leaf"), opening.get("leaf").asString());
        Path body = Files.write(directory.resolve("body"), base64(opening, "body"));
        String salt = HexFormat.of().formatHex(base64(opening, "salt"));

        Verdict verdict =
                LogServer.verify("proof", proof, "--policy", policy, "--leaf", leaf, "--body", body, "--salt", salt);

        assertThat(verdict.code()).as(verdict.report()).isZero();
        assertThat(verdict.report()).contains("position 7", "size 600");
        Files.writeString(body, "{}");
        assertThat(LogServer.verify("proof", proof, "--policy", policy, "--leaf", leaf, "--body", body, "--salt", salt)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void the_file_of_an_event_is_verified_alone() throws IOException {
        Path event = server.save("/api/v1/events/7/evidence", directory.resolve("7.event"));

        Verdict verdict = LogServer.verify("event", event, "--policy", policy);

        assertThat(verdict.code()).as(verdict.report()).isZero();
        assertThat(verdict.report()).contains("position 7", "size 600", "The body is the one");
        requireProblem("/api/v1/events/601/evidence", 404, "unknown-event");
    }

    private static byte[] base64(JsonNode opening, String name) {
        return Base64.getDecoder().decode(opening.get(name).asString());
    }

    @Tag("in-arabic")
    @Test
    void a_checkpoint_that_the_auditor_kept_is_proved_to_be_the_beginning() {
        SignedCheckpoint latest = SignedCheckpoint.parse(server.bytes("/log/checkpoint"));
        byte[] text = server.bytes("/api/v1/consistency?from=100");

        ConsistencyProof proof = new ConsistencyProof(100, 600, ConsistencyText.parse(text));

        assertThat(proof.proves(kept.checkpoint().root(), latest.checkpoint().root()))
                .isTrue();
        assertThat(server.bytes("/api/v1/consistency?from=0&to=600")).isEmpty();
        assertThat(server.text("/api/v1/consistency?from=100&to=600")).isEqualTo(new String(text, UTF_8));
    }

    @Tag("in-arabic")
    @Test
    void bundles_of_a_State_with_leaves_or_heads_and_of_the_ledger_are_verified() throws IOException {
        Path since = Files.write(directory.resolve("kept"), kept.encode());
        requireVerified("/api/v1/states/RUS/evidence.zip", "150");
        requireVerified("/api/v1/states/RUS/evidence.zip?completeness=heads", "150");
        requireVerified("/api/v1/states/RUS/evidence.zip?completeness=heads&since=100", "150", "--since", since);
        requireVerified("/api/v1/states/RUS/evidence.zip?since=100", "150", "--since", since);
        requireVerified("/api/v1/states/POL/evidence.zip?treeSize=100", "25");
        requireVerified("/api/v1/evidence.zip", "600");
    }

    private static void requireVerified(String path, String count, Object... more) {
        byte[] first = server.bytes(path);
        assertThat(server.bytes(path)).as("the same bytes of %s", path).isEqualTo(first);
        Path file = server.save(path, directory.resolve("bundle.zip"));
        Object[] arguments = new Object[4 + more.length];
        System.arraycopy(new Object[] {"bundle", file, "--policy", policy}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Verdict verdict = LogServer.verify(arguments);
        assertThat(verdict.code()).as(path + ": " + verdict.report()).isZero();
        assertThat(verdict.report()).contains("VERIFIED", count);
        assertThat(LogServer.verify("bundle", file, "--key", key).code()).isZero();
    }

    @Tag("in-arabic")
    @Test
    void a_bundle_has_the_witnessed_checkpoints_around_its_events() {
        String heads = new String(server.bytes("/api/v1/states/RUS/evidence.zip?completeness=heads"), ISO_8859_1);
        assertThat(heads).contains("checkpoints/100", "checkpoints/400", "consistency/100", "states/leaf");
        assertThat(server.get("/api/v1/states/RUS/evidence.zip").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"stele-RUS-600-leaves.zip\"");
    }

    @Tag("in-arabic")
    @Test
    void what_the_reader_may_not_see_is_listed_as_withheld() throws IOException {
        EvidenceBundles bundles = new EvidenceBundles(new LogReader(DATABASE.projection()), TestLedger.STATE_TAG);
        for (Completeness completeness : Completeness.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bundles.prepare(new EvidenceRequest("RUS", 600, completeness, 0, (leaf, body) -> leaf.position() > 9))
                    .write(out);
            Path file = Files.write(directory.resolve("withheld.zip"), out.toByteArray());
            Verdict verdict = LogServer.verify("bundle", file, "--policy", policy, "--json");
            assertThat(verdict.code()).as(verdict.report()).isZero();
            JsonNode report = Objects.requireNonNull(JSON.readTree(verdict.report()));
            assertThat(report.toString()).contains("\"withheldPositions\":[1,5,9]");
        }
    }

    @Test
    void accepted_damage_is_listed_as_redacted_and_its_bundle_verifies_as_its_proof_does() throws Exception {
        TestSigning signing = new TestSigning(directory.resolve("accepted-home"));
        TestDatabase damaged = TestDatabase.create();
        long by;
        try (TestLedger ledger = TestLedger.on(damaged);
                CheckpointSigner other = signing.start(damaged)) {
            ledger.appendMany(40);
            TestSigning.awaitSigned(damaged);
            TestDamage damage = new TestDamage(damaged, 5);
            damage.falsify();
            by = damage.accept(ledger, "a", "b");
            TestSigning.awaitSigned(damaged);
            assertThat(other.status().reason()).isEmpty();
        }
        NoteKey signer = signing.keys("key").verifierKeys().getFirst();
        try (LogServer other = LogServer.on(damaged)) {
            for (String size : List.of("", "&treeSize=40")) {
                Path file = other.save(
                        "/api/v1/states/RUS/evidence.zip?completeness=leaves" + size,
                        directory.resolve("accepted.zip"));
                Verdict verdict = LogServer.verify("bundle", file, "--key", signer, "--json");
                assertThat(verdict.code()).as(verdict.report()).isZero();
                assertThat(verdict.report())
                        .contains(size.isEmpty() ? "\"redactedPositions\":[5]" : "\"withheldPositions\":[5]");
            }
            Path proof = other.save("/api/v1/events/5/proof", directory.resolve("5.tlog-proof"));
            Path leaf = Files.write(
                    directory.resolve("5.leaf"),
                    Objects.requireNonNull(new LedgerReader(damaged.projection()).at(5))
                            .leaf());
            assertThat(LogServer.verify("proof", proof, "--key", signer, "--leaf", leaf)
                            .code())
                    .isZero();
            assertThat(other.get("/api/v1/events/5/opening").statusCode()).isEqualTo(410);
            Path file = other.save("/api/v1/events/5/evidence", directory.resolve("5.event"));
            Verdict ofFile = LogServer.verify("event", file, "--key", signer);
            assertThat(ofFile.code()).as(ofFile.report()).isZero();
            assertThat(ofFile.report()).doesNotContain("The body is the one");
        }
        assertThat(by).isEqualTo(41);
    }

    @Test
    void one_row_changed_by_a_superuser_is_named_by_fsck_and_by_the_verifier() throws Exception {
        TestSigning signing = new TestSigning(directory.resolve("changed-home"));
        TestDatabase changed = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(changed);
                CheckpointSigner other = signing.start(changed)) {
            ledger.appendMany(40);
            TestSigning.awaitSigned(changed);
            assertThat(other.status().reason()).isEmpty();
        }
        changed.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "UPDATE ledger.event SET body = convert_to(replace(convert_from(body, 'UTF8'), 'nota bene', 'nota male'),"
                        + " 'UTF8') WHERE position = 5",
                "ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only");

        FsckReport report = new Fsck(changed.projection(), TestLedger.STATE_TAG).run(position -> {});
        assertThat(report.firstWrong()).startsWith("event 5: body and salt");
        try (LogServer other = LogServer.on(changed)) {
            Path file = other.save("/api/v1/states/RUS/evidence.zip", directory.resolve("changed.zip"));
            Verdict verdict = LogServer.verify(
                    "bundle", file, "--key", signing.keys("key").verifierKeys().getFirst());
            assertThat(verdict.code()).isEqualTo(1);
            assertThat(verdict.report()).contains("NOT VERIFIED", "5");
        }
    }

    @Tag("in-arabic")
    @Test
    void what_cannot_be_given_is_refused_with_a_permanent_code() {
        requireProblem("/api/v1/events/601/proof", 404, "unknown-event");
        requireProblem("/api/v1/events/601/opening", 404, "unknown-event");
        requireProblem("/api/v1/events/0/proof", 400, "invalid-request");
        requireProblem("/api/v1/events/x/opening", 400, "invalid-request");
        requireProblem("/api/v1/events/99999999999999999999/proof", 400, "invalid-request");
        // 7 in Arabic: an address has one spelling.
        requireProblem("/api/v1/events/%D9%A7/proof", 400, "invalid-request");
        requireProblem("/api/v1/consistency?from=%D9%A7", 400, "invalid-request");
        requireProblem("/api/v1/events/7/proof?x=1", 400, "invalid-request");
        requireProblem("/api/v1/consistency", 400, "invalid-request");
        requireProblem("/api/v1/consistency?from=601", 400, "invalid-request");
        requireProblem("/api/v1/consistency?from=5&to=4", 400, "invalid-request");
        requireProblem("/api/v1/consistency?from=-1", 400, "invalid-request");
        requireProblem("/api/v1/states/XXX/evidence.zip", 404, "unknown-member-state");
        requireProblem("/api/v1/states/NOR/evidence.zip", 404, "no-evidence");
        requireProblem("/api/v1/states/RUS/evidence.zip?treeSize=99", 404, "no-checkpoint-at-size");
        requireProblem("/api/v1/states/RUS/evidence.zip?treeSize=601", 400, "invalid-request");
        requireProblem("/api/v1/states/RUS/evidence.zip?completeness=none", 400, "invalid-request");
        requireProblem("/api/v1/evidence.zip?completeness=heads", 400, "invalid-request");
        requireProblem("/api/v1/evidence.zip?since=601", 400, "invalid-request");
        requireProblem("/log/tile/0/x", 404, "no-such-tile");
    }

    private static void requireProblem(String path, int status, String code) {
        HttpResponse<byte[]> response = server.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Objects.requireNonNull(JSON.readTree(response.body()));
        assertThat(problem.get("code").asString()).as(path).isEqualTo(code);
    }
}
