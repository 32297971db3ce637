package org.stele.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that file continuously, whatever the ledger answers, and keep what it acknowledged. */
final class Filings implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> STATES = List.of("NOR", "RUS", "MOZ");
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** A filing and where it was recorded, as the ledger answered. */
    record Acknowledged(long position, String leafHash) {}

    private final RunningApplication stele;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final List<Thread> people;
    private volatile boolean stopped;

    private Filings(RunningApplication stele, int people) {
        this.stele = stele;
        this.people = IntStream.range(0, people)
                .mapToObj(i -> Thread.ofVirtual().unstarted(() -> file(STATES.get(i % STATES.size()))))
                .toList();
    }

    static Filings to(RunningApplication stele, int people) {
        Filings filings = new Filings(stele, people);
        filings.people.forEach(Thread::start);
        return filings;
    }

    private void file(String state) {
        Map<String, String> signatory = stele.as("signatory", state);
        while (!stopped) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = stele.post("/api/v1/attestations", """
                    {"obligation": "REP-FIN", "declaredNil": true, "remainingCount": 0}
                    """, signatory);
                if (answer.statusCode() == 201) {
                    JsonNode receipt = JSON.readTree(answer.body());
                    acknowledged.add(new Acknowledged(
                            receipt.path("position").asLong(),
                            receipt.path("leafHash").asString()));
                }
            } catch (IOException | InterruptedException e) {
                // The server is not reachable; the next request may succeed.
            }
            longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
    }

    /** Waits until this many more filings than now have been acknowledged. */
    void awaitMore(int count) {
        int before = acknowledged.size();
        await().atMost(TIMEOUT).until(() -> acknowledged.size() >= before + count);
    }

    Duration longestWait() {
        return Duration.ofNanos(longestNanos.get());
    }

    List<Acknowledged> stop() throws InterruptedException {
        close();
        return new ArrayList<>(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread one : people) {
            one.join();
        }
    }
}
