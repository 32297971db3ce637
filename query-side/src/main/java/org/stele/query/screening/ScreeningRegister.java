package org.stele.query.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.screening.ListVersions;
import org.stele.statefile.screening.ScreeningCase;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.statefile.screening.Screenings;
import tools.jackson.core.JacksonException;

/**
 * All screenings and list versions of the ledger, in memory without their long texts; the whole events are read from the ledger.
 * Nothing of it is stored: it is read at the first request, and after that only the events since. Safe for all threads.
 */
public final class ScreeningRegister {

    /** Events decoded at once, on several threads. */
    private static final int BATCH = 5_000;

    private static final byte[] OF_THIS_CONTEXT = ",\"type\":\"screening.".getBytes(UTF_8);

    /** Type and version end a body: no type has a longer name than leaves room for them here. */
    private static final int TYPE_WITHIN = 200;

    private final LedgerReader ledger;
    private final LedgerBulkReader scan;
    private final EventDecoder decoder = new EventDecoder();
    private final CaseIndex index = new CaseIndex();
    private final NavigableMap<Long, ScreeningCase> cases = new ConcurrentSkipListMap<>();
    private final Map<FilingId, Long> firstPositions = new ConcurrentHashMap<>();
    private final NavigableSet<Long> unreadable = new ConcurrentSkipListSet<>();
    private final AtomicReference<ListVersions> lists = new AtomicReference<>(ListVersions.NONE);
    private long known;

    public ScreeningRegister(LedgerReader ledger, LedgerBulkReader scan) {
        this.ledger = ledger;
        this.scan = scan;
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

    /** One screening with all its texts; {@link LedgerDamaged} where one of its events is not sound any more. */
    public Optional<Whole> whole(FilingId id, ScreeningCut cut) {
        readTo(cut.treeSize());
        Long first = firstPositions.get(id);
        ScreeningCase small = first == null ? null : cases.get(first);
        ScreeningCase part = small == null ? null : small.upTo(cut);
        return part == null ? Optional.empty() : Optional.of(whole(part));
    }

    private Whole whole(ScreeningCase part) {
        List<StoredEvent> read = new ArrayList<>();
        List<ScreeningStep<?>> steps = new ArrayList<>();
        for (ScreeningStep<?> step : part.steps()) {
            StoredEvent stored = ledger.at(step.position());
            CaseEvent event = stored == null ? null : caseEvent(stored);
            if (stored == null || event == null) {
                throw new LedgerDamaged("event " + step.position() + " cannot be read any more");
            }
            read.add(stored);
            steps.add(new ScreeningStep<>(step.position(), step.recordedAt(), event));
        }
        return new Whole(new ScreeningCase(part.id(), part.memberState(), steps), read);
    }

    /** Adds the events recorded since; concurrent callers share one read. */
    private synchronized void readTo(long treeSize) {
        List<ScannedEvent> batch = new ArrayList<>(BATCH);
        scan.scan(known, treeSize, event -> {
            if (isOfThisContext(event)) {
                batch.add(event);
            }
            if (batch.size() == BATCH) {
                take(batch);
            }
        });
        take(batch);
        known = Math.max(known, treeSize);
    }

    private void take(List<ScannedEvent> batch) {
        batch.parallelStream().map(this::decoded).toList().forEach(this::take);
        if (!batch.isEmpty()) {
            known = batch.getLast().position();
            batch.clear();
        }
    }

    private static boolean isOfThisContext(ScannedEvent event) {
        int end = event.bodyOffset() + event.bodyLength();
        int first = Math.max(event.bodyOffset(), end - TYPE_WITHIN);
        for (int at = end - OF_THIS_CONTEXT.length; at >= first; at--) {
            if (Arrays.equals(
                    event.row(), at, at + OF_THIS_CONTEXT.length, OF_THIS_CONTEXT, 0, OF_THIS_CONTEXT.length)) {
                return true;
            }
        }
        return false;
    }

    /** @param event null where it cannot be read */
    private record Decoded(
            long position, Instant recordedAt, @Nullable Object event) {}

    private Decoded decoded(ScannedEvent scanned) {
        return new Decoded(scanned.position(), scanned.recordedAt(), event(scanned));
    }

    private @Nullable Object event(ScannedEvent scanned) {
        try {
            scanned.requireCommitted();
        } catch (LedgerDamaged e) {
            return null;
        }
        DecodedEvent decoded = decoder.decode(scanned);
        if (decoded.event() != null) {
            return decoded.event().event();
        }
        StoredEvent stored = decoded.memberState() == null ? ledger.at(scanned.position()) : null;
        return stored == null ? null : listEvent(stored);
    }

    private @Nullable CaseEvent caseEvent(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        LedgerEvent recorded = decoder.decode(stored).event();
        return recorded != null && recorded.event() instanceof CaseEvent event ? event : null;
    }

    private static @Nullable ListEvent listEvent(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        Upcasting older = Upcasting.find(stored.type(), stored.typeVersion());
        Class<?> type = older == null ? EventTypes.find(stored.type(), stored.typeVersion()) : older.type();
        if (type == null || !ListEvent.class.isAssignableFrom(type)) {
            return null;
        }
        byte[] payload = older == null ? stored.payload() : older.upcast(stored.payload());
        try {
            return (ListEvent) EventJson.MAPPER.readValue(payload, type);
        } catch (JacksonException e) {
            return null;
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
        ScreeningCase before = first == null ? null : cases.get(first);
        FilingId id = before == null ? event.screening() : before.id();
        ScreeningStep<?> step = new ScreeningStep<>(decoded.position(), decoded.recordedAt(), index.small(event, id));
        if (before == null) {
            cases.put(decoded.position(), ScreeningCase.of(step));
        } else {
            cases.put(before.firstPosition(), before.with(step));
        }
    }
}
