package org.stele.query.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.query.log.LogServer.Verdict;

/** The log as clients of others read it, at the sizes at which tiles begin and end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class LogOverHttpTest {

    private static final List<Integer> SIZES = List.of(0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537);

    @TempDir
    Path home;

    @Test
    void a_client_that_knows_only_the_specification_rebuilds_every_root() {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        NoteKey key = signing.keys("key").verifierKeys().getFirst();
        try (TestLedger ledger = TestLedger.on(database);
                LogServer server = LogServer.on(database)) {
            assertThat(server.get("/log/checkpoint").statusCode()).isEqualTo(503);
            try (CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ZERO)) {
                TileClient client = new TileClient(path -> server.bytes("/log/" + path));
                List<SignedCheckpoint> covered = new ArrayList<>();
                int before = 0;
                for (int size : SIZES) {
                    ledger.appendMany(size - before);
                    before = size;
                    covered.add(TestSigning.awaitSigned(database));
                    requireRoot(client, size);
                }
                assertThat(server.text("/log/key")).isEqualTo(key + "\n");
                requireEveryWidth(client, covered);
                requireNotFound(server);
                requireHeaders(server);
                requireCompressed(server);
                assertThat(signer.status().reason()).isEmpty();
            }
            requireVerified(server, key);
        }
    }

    private static void requireRoot(TileClient client, int size) {
        assertThat(client.head().size()).isEqualTo(size);
        assertThat(client.rootOfEntries(size)).isEqualTo(client.head().root());
        assertThat(client.rootOfTiles(size)).isEqualTo(client.head().root());
    }

    /** Also after the tile has become a full one. */
    private static void requireEveryWidth(TileClient client, List<SignedCheckpoint> covered) {
        for (SignedCheckpoint signed : covered.subList(0, 9)) {
            byte[] root = signed.checkpoint().root().bytes();
            assertThat(client.rootOfEntries(signed.size())).isEqualTo(root);
            assertThat(client.rootOfTiles(signed.size())).isEqualTo(root);
        }
    }

    private static void requireNotFound(LogServer server) {
        for (String path : List.of(
                "tile/0/256.p/2", // one more than there are
                "tile/0/256",
                "tile/0/257.p/1",
                "tile/1/000.p/257",
                "tile/1/001.p/1",
                "tile/2/000",
                "tile/2/000.p/2",
                "tile/3/000.p/1",
                "tile/8/000.p/1",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/0",
                "tile/0/x000/000",
                "tile/-1/000",
                "tile/entries/256.p/2",
                "tile/entries/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0",
                "tile/",
                "tile/0/000/",
                "tile/0/000.p/",
                "tile/data/000")) {
            HttpResponse<byte[]> response = server.get("/log/" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
        }
    }

    private static void requireHeaders(LogServer server) {
        HttpResponse<byte[]> checkpoint = server.get("/log/checkpoint");
        assertThat(checkpoint.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(checkpoint.headers().firstValue("Cache-Control")).hasValue("no-cache");
        for (String path : List.of("tile/0/000", "tile/0/000.p/7", "tile/entries/001", "tile/entries/001.p/3")) {
            HttpResponse<byte[]> tile = server.get("/log/" + path);
            assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(tile.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(server.get("/log/tile/0/000").body()).hasSize(8192);
    }

    /** C2SP: entry bundles SHOULD be compressed at the HTTP layer. */
    private static void requireCompressed(LogServer server) {
        for (String path :
                List.of("/log/tile/entries/001", "/log/tile/entries/001.p/3", "/log/states/tile/entries/000.p/1")) {
            for (String accepted : List.of("gzip", "GZIP;q=0.1", "identity, gzip", "br;q=0, gzip ; q=1.0, deflate")) {
                HttpResponse<byte[]> bundle = server.get(path, "Accept-Encoding", accepted);
                assertThat(bundle.headers().firstValue("Content-Encoding"))
                        .as(accepted)
                        .hasValue("gzip");
                assertThat(bundle.headers().firstValue("Vary")).hasValue("Accept-Encoding");
                assertThat(bundle.headers().firstValue("Cache-Control"))
                        .hasValue("max-age=31536000, public, immutable");
                assertThat(unzipped(bundle.body())).isEqualTo(server.bytes(path));
            }
            for (String refused : List.of("identity", "br", "xgzip", "gzip;q=0", "gzip;q=0.000, br", "*")) {
                HttpResponse<byte[]> bundle = server.get(path, "Accept-Encoding", refused);
                assertThat(bundle.headers().firstValue("Content-Encoding"))
                        .as(refused)
                        .isEmpty();
                assertThat(bundle.headers().firstValue("Vary")).hasValue("Accept-Encoding");
                assertThat(bundle.body()).isEqualTo(server.bytes(path));
            }
        }
        assertThat(server.get("/log/tile/0/001", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static byte[] unzipped(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void requireVerified(LogServer server, NoteKey key) {
        Verdict verdict = LogServer.verify("log", server.url("/log"), "--key", key);
        assertThat(verdict.code()).as(verdict.report()).isZero();
        assertThat(verdict.report()).contains("all 65537 entries", "State heads; no count ever fell");
        Verdict stranger = LogServer.verify("log", server.url("/log"), "--key", otherKey(key));
        assertThat(stranger.code()).isEqualTo(1);
    }

    private static NoteKey otherKey(NoteKey key) {
        byte[] point = key.publicKey();
        point[0] ^= 1;
        return new NoteKey(key.name(), NoteKey.Kind.ED25519, point);
    }
}
