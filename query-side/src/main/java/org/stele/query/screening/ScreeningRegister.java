package org.stele.query.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.RowConsumer;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.screening.ScreeningEvents.Decoded;
import org.stele.statefile.screening.ListVersions;
import org.stele.statefile.screening.ScreeningCase;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.statefile.screening.Screenings;

/**
 * All screenings and list versions of the ledger, in memory without their long texts; the whole events are read from the ledger.
 * Nothing of it is stored: it is read at a start, and at each request the events since. Safe for all threads.
 */
public final class ScreeningRegister {

    /** Events decoded at once, on several threads: two such batches are in memory at most. */
    private static final int BATCH = 5_000;

    private static final int BATCH_BYTES = 16 << 20;

    private final LedgerReader ledger;
    private final LedgerBulkReader scan;
    private final ScreeningEvents events;
    private CaseIndex index = new CaseIndex();
    private final NavigableMap<Long, ScreeningReading> cases = new ConcurrentSkipListMap<>();
    private final Map<FilingId, Long> firstPositions = new ConcurrentHashMap<>();
    private final NavigableSet<Long> unreadable = new ConcurrentSkipListSet<>();
    private final AtomicReference<ListVersions> lists = new AtomicReference<>(ListVersions.NONE);
    private long known;
    private Set<Long> redacted = Set.of();

    public ScreeningRegister(LedgerReader ledger, LedgerBulkReader scan) {
        this.ledger = ledger;
        this.scan = scan;
        this.events = new ScreeningEvents(ledger);
    }

    /** What an audience is given at a view, except long texts. */
    public Screenings at(ScreeningCut cut, Audience audience) {
        readTo(cut.treeSize());
        return Screenings.of(cases.headMap(cut.treeSize(), true).values(), lists.get(), cut, audience);
    }

    /** The positions of events of this context, up to a size, that cannot be read: what they say is in no answer. */
    public List<Long> unreadable(long treeSize) {
        return List.copyOf(unreadable.headSet(treeSize, true));
    }

    /**
     * One screening as it is stored, as far as a cut goes.
     *
     * @param stored the events of its steps, in the same order
     */
    public record Whole(ScreeningCase history, List<StoredEvent> stored) {

        public Whole {
            stored = List.copyOf(stored);
        }
    }

    /**
     * One screening with all its texts, for an audience that sees it whole; {@link LedgerDamaged} where one of its events is not
     * sound any more.
     */
    public Optional<Whole> whole(FilingId id, ScreeningCut cut, Audience audience) {
        readTo(cut.treeSize());
        Long first = firstPositions.get(id);
        ScreeningReading small = first == null ? null : cases.get(first);
        ScreeningCase part = small == null ? null : small.history().upTo(cut);
        return part == null || ScreeningLens.of(audience, part.memberState()) != ScreeningLens.WHOLE
                ? Optional.empty()
                : Optional.of(whole(part));
    }

    private Whole whole(ScreeningCase part) {
        List<StoredEvent> read = new ArrayList<>();
        List<ScreeningStep<?>> steps = new ArrayList<>();
        for (ScreeningStep<?> step : part.steps()) {
            StoredEvent stored = ledger.at(step.position());
            CaseEvent event = stored == null ? null : events.caseEvent(stored);
            if (stored == null || event == null) {
                throw new LedgerDamaged("event " + step.position() + " cannot be read any more");
            }
            read.add(stored);
            steps.add(new ScreeningStep<>(step.position(), step.recordedAt(), event));
        }
        return new Whole(new ScreeningCase(part.id(), part.memberState(), steps), read);
    }

    /** Adds the events recorded since, up to a size; concurrent callers share one read. */
    public synchronized void readTo(long treeSize) {
        followRedactions();
        if (treeSize <= known) {
            return;
        }
        Batches batches = new Batches();
        scan.scan(known, treeSize, batches);
        batches.finish();
        known = treeSize;
    }

    /** What was removed by order is in no view of any size: everything is read anew. */
    private void followRedactions() {
        Set<Long> now = ledger.acceptedDamage().values().stream()
                .filter(AcceptedDamage::isRedaction)
                .map(AcceptedDamage::position)
                .collect(Collectors.toUnmodifiableSet());
        if (!now.equals(redacted)) {
            redacted = now;
            index = new CaseIndex();
            cases.clear();
            firstPositions.clear();
            unreadable.clear();
            lists.set(ListVersions.NONE);
            known = 0;
        }
    }

    /** The events of one scan, a batch of which is decoded while the next is read. */
    private final class Batches implements RowConsumer {

        private List<ScannedEvent> next = new ArrayList<>(BATCH);
        private int bytes;
        private CompletableFuture<List<Decoded>> decoding = CompletableFuture.completedFuture(List.of());

        @Override
        public void take(ScannedEvent event) {
            if (ScreeningEvents.isOfThisContext(event) && !redacted.contains(event.position())) {
                next.add(event);
                bytes += event.row().length;
                if (next.size() == BATCH || bytes >= BATCH_BYTES) {
                    turn();
                }
            }
        }

        private void turn() {
            List<ScannedEvent> full = next;
            next = new ArrayList<>(BATCH);
            bytes = 0;
            List<Decoded> decoded = decoded();
            decoding = CompletableFuture.supplyAsync(
                    () -> full.parallelStream().map(events::decoded).toList());
            decoded.forEach(ScreeningRegister.this::take);
            if (!decoded.isEmpty()) {
                known = decoded.getLast().position();
            }
        }

        private List<Decoded> decoded() {
            try {
                return decoding.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        }

        void finish() {
            turn();
            turn();
        }
    }

    private void take(Decoded decoded) {
        if (decoded.event() instanceof CaseEvent event) {
            take(decoded, event);
        } else if (decoded.event() instanceof ListEvent event) {
            lists.updateAndGet(before -> before.with(decoded.position(), decoded.recordedAt(), event));
        } else {
            unreadable.add(decoded.position());
        }
    }

    private void take(Decoded decoded, CaseEvent event) {
        Long first = firstPositions.putIfAbsent(event.screening(), decoded.position());
        ScreeningReading before = first == null ? null : cases.get(first);
        FilingId id = before == null ? event.screening() : before.id();
        ScreeningStep<?> step = new ScreeningStep<>(decoded.position(), decoded.recordedAt(), index.small(event, id));
        ScreeningCase history =
                before == null ? ScreeningCase.of(step) : before.history().with(step);
        cases.put(history.firstPosition(), ScreeningReading.of(history));
    }
}
