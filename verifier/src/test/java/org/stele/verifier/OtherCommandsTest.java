package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.ledger.StateHeads;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.ConsistencyText;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;
import org.stele.ledger.sample.SampleLog;

/** Proofs, checkpoints, logs, and what one bundle added to another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherCommandsTest {

    @TempDir
    private Path directory;

    private Cli cli;
    private final SampleLedger ledger = new SampleLedger(9, 100);

    @BeforeEach
    void start() {
        cli = new Cli(directory);
    }

    @Test
    void a_proof_places_a_leaf_and_its_body() {
        Path proof = cli.file("p", ledger.proof(42, 100).encode());
        Path leaf = cli.file("l", ledger.event(42).leaf().encode());
        Path body = cli.file("b", ledger.event(42).body());
        String salt = HexFormat.of().formatHex(ledger.event(42).salt());
        assertThat(cli.run("proof", proof, "--leaf", leaf).out()).startsWith("VERIFIED: position 42");
        assertThat(cli.run("proof", proof, "--leaf", leaf, "--body", body, "--salt", salt)
                        .out())
                .contains("The body is the one");
        assertThat(cli.run(
                                "proof",
                                proof,
                                "--leaf",
                                cli.file("l", ledger.event(43).leaf().encode()))
                        .code())
                .isEqualTo(1);
        Path otherBody = cli.file("b", "{}".getBytes(UTF_8));
        assertThat(cli.run("proof", proof, "--leaf", leaf, "--body", otherBody, "--salt", salt)
                        .code())
                .isEqualTo(1);
    }

    private Path eventFile(String members) {
        return cli.file("e", EventFiles.of(ledger, 42, 100, members));
    }

    @Test
    void the_file_of_an_event_brings_all_that_its_check_takes() {
        String whole = EventFiles.members(ledger, 42);

        assertThat(cli.run("event", eventFile(whole)).out())
                .startsWith("VERIFIED: position 42")
                .contains("The body is the one");
        assertThat(cli.run("event", eventFile(EventFiles.leafAlone(ledger, 42))).out())
                .startsWith("VERIFIED: position 42")
                .doesNotContain("The body is the one");
        for (String other : List.of(
                EventFiles.members(ledger, 43),
                whole.replaceFirst("\"salt\":\"..", "\"salt\":\"//"),
                whole.replaceFirst("\"body\":\"[^\"]*", "\"body\":\"e30="),
                whole.replaceFirst(",\"body\":\"[^\"]*\"", ""),
                whole.replaceFirst("\"body\"", "\"leaf\""),
                "{}",
                "")) {
            assertThat(cli.run("event", eventFile(other)).code()).as(other).isEqualTo(1);
        }
        assertThat(cli.run("event", cli.file("e", ledger.proof(42, 100).encode()))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_checkpoint_extends_the_one_that_was_kept() {
        Path now = cli.file("now", ledger.checkpoint(100).encode());
        Path kept = cli.file("kept", ledger.checkpoint(33).encode());
        Path proof = cli.file(
                "c", ConsistencyText.encode(ledger.treeAt(100).consistency(33).hashes()));
        assertThat(cli.run("checkpoint", now).code()).isZero();
        assertThat(cli.run("checkpoint", now, "--since", kept, "--consistency", proof)
                        .out())
                .contains("It extends");
        assertThat(cli.run("checkpoint", now, "--since", kept).code()).isEqualTo(2);
        Path forked = cli.file("kept", new SampleLedger(10, 33).checkpoint(33).encode());
        assertThat(cli.run("checkpoint", now, "--since", forked, "--consistency", proof)
                        .out())
                .contains("FORK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513})
    void a_mirrored_log_of_any_size_is_verified_with_its_state_heads(int size) {
        SampleLedger growing = new SampleLedger(3, size / 2);
        growing.recordHeads();
        growing.grow(size).recordHeads();
        SampleLog.write(growing, directory.resolve("log"));
        Cli.Answer answer = cli.run("log", directory.resolve("log"));
        assertThat(answer.out())
                .startsWith("VERIFIED: all " + size + " entries")
                .contains("2 State heads");
        assertThat(answer.code()).isZero();
    }

    @Test
    void a_log_is_not_verified_with_any_file_changed_or_missing() throws IOException {
        SampleLedger growing = new SampleLedger(3, 300);
        growing.recordHeads();
        Path log = directory.resolve("log");
        SampleLog.write(growing, log);
        try (var files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] changed = bytes.clone();
                changed[changed.length / 2] ^= 1;
                Files.write(file, changed);
                assertThat(cli.run("log", log).code()).as("changed %s", file).isEqualTo(1);
                Files.delete(file);
                int code = cli.run("log", log).code();
                boolean optional = file.endsWith("states/checkpoint");
                assertThat(code).as("missing %s", file).isEqualTo(optional ? 0 : file.endsWith("checkpoint") ? 3 : 1);
                Files.write(file, bytes);
            }
        }
        assertThat(cli.run("log", log).code()).isZero();
    }

    @Test
    void heads_that_hide_an_event_are_found_beside_the_log() {
        SampleLedger growing = new SampleLedger(3, 50);
        var heads = growing.recordHeads();
        growing.grow(60);
        growing.recordHeads(new StateHeads(60, growing.treeAt(60).root(), heads.heads()));
        SampleLog.write(growing, directory.resolve("log"));
        assertThat(cli.run("log", directory.resolve("log")).out()).contains("contradict the ledger");
    }

    @Test
    void a_served_log_is_verified_and_one_out_of_reach_has_its_own_exit_code() throws IOException {
        SampleLog.write(ledger, directory.resolve("log"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length > 0 ? 200 : 404, bytes.length > 0 ? bytes.length : -1);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log/";
        try {
            assertThat(cli.run("log", url).code()).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(cli.run("log", url).code()).isEqualTo(3);
        assertThat(cli.run("log", directory.resolve("nowhere")).code()).isEqualTo(3);
    }

    @Test
    void a_later_bundle_says_what_it_added() {
        byte[] before = bundle();
        ledger.append("RUS").append("NOR").append("RUS").recordHeads();
        byte[] after = new SampleBundle(ledger, "RUS", Completeness.HEADS)
                .consistency(100L)
                .bytes();
        Cli.Answer answer = cli.run("diff", cli.file("a.zip", before), cli.file("b.zip", after));
        assertThat(answer.out())
                .startsWith("VERIFIED: from size 100 to size 103, 2 events were added; nothing else changed.")
                .contains("+ position 101: opened attestation.AttestationSubmitted", "+ position 103");
        assertThat(cli.run("diff", cli.file("b.zip", after), cli.file("a.zip", before))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_longer_shown_is_named() {
        byte[] before = bundle();
        ledger.append("RUS").recordHeads();
        byte[] after = new SampleBundle(ledger, "RUS", Completeness.HEADS)
                .consistency(100L)
                .disclosing(event -> event.leaf().position() == 101 ? event.opened() : new Disclosure.Redacted(101))
                .bytes();
        Cli.Answer answer = cli.run("diff", cli.file("a.zip", before), cli.file("b.zip", after));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("are shown otherwise").contains("then redacted by 101");
    }

    private byte[] bundle() {
        ledger.recordHeads();
        return new SampleBundle(ledger, "RUS", Completeness.HEADS).bytes();
    }
}
