package org.stele.eventstore.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.witness.Witness;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.note.AddCheckpoint;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Cosignature;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A TestWitness is a reference witness: it answers as C2SP tlog-witness has it, and remembers the last checkpoint of each
 * origin that it cosigned.
 */
public final class TestWitness implements AutoCloseable {

    /** An answer of a status and a text. */
    private record Answer(int status, String type, String text) {}

    private final NoteSigner signer;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Policy> trusted = new ConcurrentHashMap<>();
    private final Map<String, Checkpoint> latest = new ConcurrentHashMap<>();
    private volatile boolean silent;

    private TestWitness(NoteSigner signer, HttpServer server) {
        this.signer = signer;
        this.server = server;
    }

    public static TestWitness start(String name) throws IOException, GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        NoteSigner signer = NoteSigner.ofPkcs8(name, NoteKey.Kind.COSIGNATURE, key);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestWitness witness = new TestWitness(signer, server);
        server.setExecutor(witness.threads);
        server.createContext("/w/add-checkpoint", witness::handle);
        server.start();
        return witness;
    }

    /** Knows the log of these keys, and its second one, from now on. */
    public void trust(SigningKeys keys) {
        NoteKey key = keys.verifierKeys().getFirst();
        trusted.put(keys.origin(), Policy.of(key));
        String states = keys.origin() + StateHeads.ORIGIN_SUFFIX;
        trusted.put(states, Policy.of(key.named(states)));
    }

    public Witness witness() {
        return new Witness(
                signer.key(),
                URI.create("http://127.0.0.1:%s/w".formatted(server.getAddress().getPort())));
    }

    /** As if it had cosigned this checkpoint. */
    public void remember(Checkpoint checkpoint) {
        latest.put(checkpoint.origin(), checkpoint);
    }

    public long size(String origin) {
        Checkpoint known = latest.get(origin);
        return known == null ? 0 : known.size();
    }

    /** Whether it lets requests wait for ever. */
    public void beSilent(boolean so) {
        silent = so;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (silent) {
            return;
        }
        Answer answer;
        try {
            answer = answer(AddCheckpoint.parse(body));
        } catch (IllegalArgumentException e) {
            answer = new Answer(400, "text/plain", String.valueOf(e.getMessage()));
        }
        byte[] text = answer.text().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private synchronized Answer answer(AddCheckpoint request) {
        SignedCheckpoint signed = request.checkpoint();
        Checkpoint checkpoint = signed.checkpoint();
        Policy policy = trusted.get(checkpoint.origin());
        if (policy == null) {
            return new Answer(404, "text/plain", "unknown origin\n");
        }
        try {
            policy.check(signed);
        } catch (NotVerified e) {
            return new Answer(403, "text/plain", e.getMessage() + "\n");
        }
        Checkpoint known = latest.get(checkpoint.origin());
        long knownSize = known == null ? 0 : known.size();
        boolean sameSizeOtherRoot = known != null && knownSize == checkpoint.size() && !known.equals(checkpoint);
        if (request.oldSize() > checkpoint.size()) {
            return new Answer(400, "text/plain", "old is larger\n");
        }
        if (request.oldSize() != knownSize || sameSizeOtherRoot) {
            return new Answer(409, "text/x.tlog.size", knownSize + "\n");
        }
        if (known != null && !request.consistency().proves(known.root(), checkpoint.root())) {
            return new Answer(422, "text/plain", "the proof does not hold\n");
        }
        latest.put(checkpoint.origin(), checkpoint);
        return new Answer(
                200,
                "text/plain",
                Cosignature.sign(signer, checkpoint, Instant.now()).line());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
