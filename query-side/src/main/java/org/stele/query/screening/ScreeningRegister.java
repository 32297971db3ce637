package org.stele.query.screening;

import java.util.ArrayList;
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
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.lens.Audience;
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

    /** Events decoded at once; a read of more takes no less time. */
    private static final int PAGE = 5_000;

    private static final String CONTEXT = "screening.";

    private final LedgerReader ledger;
    private final EventDecoder decoder = new EventDecoder();
    private final CaseIndex index = new CaseIndex();
    private final Selection ofScreening;
    private final NavigableMap<Long, ScreeningCase> cases = new ConcurrentSkipListMap<>();
    private final Map<FilingId, Long> firstPositions = new ConcurrentHashMap<>();
    private final NavigableSet<Long> unreadable = new ConcurrentSkipListSet<>();
    private final AtomicReference<ListVersions> lists = new AtomicReference<>(ListVersions.NONE);
    private long known;

    public ScreeningRegister(LedgerReader ledger) {
        this.ledger = ledger;
        this.ofScreening = Selection.types(EventTypes.all().stream()
                .map(EventTypes::name)
                .filter(name -> name.startsWith(CONTEXT))
                .distinct()
                .toArray(String[]::new));
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
        while (known < treeSize) {
            List<StoredEvent> page = ledger.read(ofScreening, known, treeSize, PAGE);
            page.parallelStream().map(this::decoded).toList().forEach(this::take);
            known = page.size() < PAGE ? treeSize : page.getLast().position();
        }
    }

    /** @param event null where it cannot be read */
    private record Decoded(StoredEvent stored, @Nullable Object event) {}

    private Decoded decoded(StoredEvent stored) {
        CaseEvent event = caseEvent(stored);
        return new Decoded(stored, event == null ? listEvent(stored) : event);
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
        StoredEvent stored = decoded.stored();
        if (decoded.event() instanceof CaseEvent event) {
            take(stored, event);
        } else if (decoded.event() instanceof ListEvent event) {
            lists.updateAndGet(before -> before.with(stored.position(), stored.recordedAt(), event));
        } else {
            unreadable.add(stored.position());
        }
    }

    private void take(StoredEvent stored, CaseEvent event) {
        Long first = firstPositions.putIfAbsent(event.screening(), stored.position());
        ScreeningCase before = first == null ? null : cases.get(first);
        FilingId id = before == null ? event.screening() : before.id();
        ScreeningStep<?> step =
                new ScreeningStep<>(stored.position(), stored.recordedAt(), index.small(event, id));
        if (before == null) {
            cases.put(stored.position(), ScreeningCase.of(step));
        } else {
            cases.put(before.firstPosition(), before.with(step));
        }
    }
}
