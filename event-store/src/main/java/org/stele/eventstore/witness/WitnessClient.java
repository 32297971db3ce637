package org.stele.eventstore.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.stele.ledger.note.AddCheckpoint;
import org.stele.ledger.note.Cosignature;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedNote;

/** A WitnessClient asks witnesses for cosignatures, all at once and in bounded time (C2SP tlog-witness). Thread-safe. */
public final class WitnessClient implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 16 << 10;
    private static final int MAX_SHOWN = 200;

    private final HttpClient http;
    private final Duration timeout;

    /** @param timeout the longest time to wait for an answer */
    public WitnessClient(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks all witnesses at once and waits for all; one without an answer in time counts as silent. */
    public Map<Witness, WitnessAnswer> ask(Map<Witness, AddCheckpoint> requests) {
        Map<Witness, CompletableFuture<WitnessAnswer>> pending = new LinkedHashMap<>();
        requests.forEach((witness, request) -> pending.put(witness, ask(witness, request)));
        Map<Witness, WitnessAnswer> answers = new LinkedHashMap<>();
        pending.forEach((witness, answer) -> answers.put(witness, answer.join()));
        return answers;
    }

    private CompletableFuture<WitnessAnswer> ask(Witness witness, AddCheckpoint request) {
        HttpRequest post = HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                .timeout(timeout)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(request.encode()))
                .build();
        return http.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES))
                .<WitnessAnswer>thenApply(response -> answer(witness, request, response))
                .completeOnTimeout(
                        new WitnessAnswer.Silent("no answer within " + timeout),
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new WitnessAnswer.Silent(reason(failure)));
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof IOException || cause instanceof IllegalArgumentException
                ? String.valueOf(cause)
                : "failed: " + cause;
    }

    private static WitnessAnswer answer(Witness witness, AddCheckpoint request, HttpResponse<byte[]> response) {
        String body = new String(response.body(), UTF_8);
        return switch (response.statusCode()) {
            case 200 -> cosigned(witness, request, body);
            case 409 -> knows(response.body());
            case 422 -> new WitnessAnswer.Contradicts(shown(body));
            default -> new WitnessAnswer.Silent("it answered %s: %s".formatted(response.statusCode(), shown(body)));
        };
    }

    private static WitnessAnswer cosigned(Witness witness, AddCheckpoint request, String body) {
        List<NoteSignature> lines = SignedNote.signatures(body);
        String text = request.checkpoint().note().text();
        return lines.stream()
                .filter(line -> Cosignature.verify(witness.key(), text, line).isPresent())
                .findFirst()
                .<WitnessAnswer>map(WitnessAnswer.Cosigned::new)
                .orElseGet(() -> new WitnessAnswer.Silent("it answered no cosignature of its key"));
    }

    private static WitnessAnswer knows(byte[] body) {
        String size = new String(body, US_ASCII);
        return size.matches("(0|[1-9][0-9]{0,15})\n")
                ? new WitnessAnswer.Knows(Long.parseLong(size.strip()))
                : new WitnessAnswer.Silent("it answered 409 without a size");
    }

    private static String shown(String body) {
        String head = body.length() > MAX_SHOWN ? body.substring(0, MAX_SHOWN) + "..." : body;
        return head.replaceAll("\\p{Cntrl}", " ").strip();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
