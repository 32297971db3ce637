package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Hash;
import org.stele.ledger.TreeHash;

/**
 * Many writers with overlapping boundaries race on one ledger, through one node and through two. Each reads what its
 * boundary holds, decides, and appends how much it saw; afterwards every decision must be true of the events before it.
 */
class ConcurrencyTest {

    private static final long SEED = Long.getLong("seed", 20_261_129);
    private static final int WRITERS = 24;
    private static final int DECISIONS = 40;

    @Test
    void no_decision_of_one_node_rests_on_a_stale_state() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            race(List.of(ledger));
        }
    }

    @Test
    void no_decision_of_two_nodes_rests_on_a_stale_state() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (TestLedger first = TestLedger.on(database);
                TestLedger second = TestLedger.on(database)) {
            race(List.of(first, second));
        }
    }

    private static void race(List<TestLedger> nodes) throws Exception {
        System.out.println("-Dseed=" + SEED);
        AtomicInteger rejected = new AtomicInteger();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(SEED + writer);
                TestLedger node = nodes.get(writer % nodes.size());
                all.add(writers.submit(() -> write(node, random, rejected)));
            }
            for (Future<?> writer : all) {
                writer.get();
            }
        }
        assertThat(rejected.get())
                .as("rejections, without which there was no race")
                .isPositive();
        requireOneTrueHistory(nodes.get(0));
    }

    private static void write(TestLedger node, Random random, AtomicInteger rejected) {
        for (int done = 0; done < DECISIONS; ) {
            String state = "memberState=" + TestLedger.state(random.nextInt(4));
            String[] boundary =
                    random.nextBoolean() ? new String[] {state} : new String[] {state, "kind=" + random.nextInt(2)};
            Selection selection = new Selection(List.of(new Selection.Clause(Set.of(boundary), Set.of())));
            long head = node.reader().head();
            int seen = node.reader()
                    .read(selection, 0, head, LedgerReader.MAX_LIMIT)
                    .size();
            Set<String> tags = new HashSet<>(Set.of(boundary));
            tags.add("kind=" + random.nextInt(2));
            tags.add("decision=" + String.join("+", boundary) + ":" + seen);
            try {
                node.append(
                        TestLedger.onlyIfNothingAfter(head, boundary), TestLedger.event("test.Decided", oneKind(tags)));
                done++;
            } catch (AppendEventsTransactionRejectedException e) {
                rejected.incrementAndGet();
            }
        }
    }

    /** The boundary's kind, if it has one, is the event's only one. */
    private static String[] oneKind(Set<String> tags) {
        List<String> kinds =
                tags.stream().filter(tag -> tag.startsWith("kind=")).sorted().toList();
        kinds.stream().skip(1).forEach(tags::remove);
        return tags.toArray(String[]::new);
    }

    private static void requireOneTrueHistory(TestLedger ledger) {
        int count = WRITERS * DECISIONS;
        List<StoredEvent> events = ledger.reader().read(Selection.all(), 0, Long.MAX_VALUE, count + 1);
        assertThat(events.stream().map(StoredEvent::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        for (int i = 0; i < events.size(); i++) {
            requireTrue(events.get(i), events.subList(0, i));
        }
        FsckReport report = ledger.fsck();
        assertThat(report.firstWrong()).isNull();
        Hash naive = naiveRoot(events.stream().map(StoredEvent::leafHash).toList());
        assertThat(report.root()).isEqualTo(naive.hex());
        assertThat(ledger.reader().root(count)).isEqualTo(naive);
    }

    private static void requireTrue(StoredEvent event, List<StoredEvent> before) {
        String decision = event.tags().stream()
                .filter(tag -> tag.startsWith("decision="))
                .findFirst()
                .orElseThrow()
                .substring("decision=".length());
        int colon = decision.lastIndexOf(':');
        List<String> boundary = List.of(decision.substring(0, colon).split("\\+"));
        long held = before.stream()
                .filter(other -> other.tags().containsAll(boundary))
                .count();
        assertThat(held)
                .as("what %s held at %s", boundary, event)
                .isEqualTo(Long.parseLong(decision.substring(colon + 1)));
    }

    private static Hash naiveRoot(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? TreeHash.EMPTY_ROOT : leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(naiveRoot(leaves.subList(0, half)), naiveRoot(leaves.subList(half, leaves.size())));
    }
}
