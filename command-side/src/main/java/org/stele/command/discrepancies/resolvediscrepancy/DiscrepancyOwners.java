package org.stele.command.discrepancies.resolvediscrepancy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.entry.Rejected;
import org.stele.events.Audience;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.StateEvent;
import org.stele.events.Tags;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;

/**
 * Finds the State of a discrepancy: its id is a digest, which does not tell it. An answer that was recorded before names it;
 * otherwise the files of all States are searched, in a ledger that is small enough. What is found is decided on anew.
 */
final class DiscrepancyOwners {

    /** A larger ledger takes seconds to search: the State has to be named then. */
    static final int MAX_SEARCHED = 100_000;

    private static final int PAGE = 1_000;

    private final LedgerReader ledger;

    DiscrepancyOwners(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** @throws Rejected where no State has such a discrepancy today, or the ledger is too large to be searched */
    MemberState of(FilingId discrepancy, LocalDate today) {
        long head = ledger.head();
        StoredEvent answered = ledger.last(Tags.DISCREPANCY + "=" + discrepancy, head);
        if (answered != null) {
            return MemberState.valueOf(requireNonNull(answered.state(), "an answer is about a State"));
        }
        if (head > MAX_SEARCHED) {
            throw Rejected.malformed("memberState", "Name the Member State whose discrepancy this is.");
        }
        return files(head).stream()
                .filter(file -> RecordedFile.find(file, discrepancy, Audience.COMMITTEE, today) != null)
                .findFirst()
                .map(StateFile::memberState)
                .orElseThrow(
                        () -> Rejected.notFound("No discrepancy with the id %s is on record.".formatted(discrepancy)));
    }

    private List<StateFile> files(long head) {
        Map<MemberState, StateFileBuilder> files = new EnumMap<>(MemberState.class);
        for (long after = 0; after < head; after += PAGE) {
            for (StoredEvent stored : ledger.read(Selection.all(), after, Math.min(after + PAGE, head), PAGE)) {
                StateEvent event = read(stored);
                if (event != null) {
                    files.computeIfAbsent(event.memberState(), state -> new StateFileBuilder(StateFile.empty(state)))
                            .apply(new LedgerEvent(stored.position(), NewYork.dayOf(stored.recordedAt()), event));
                }
            }
        }
        return files.values().stream().map(StateFileBuilder::toStateFile).toList();
    }

    /** Null for what is about no State, and for a body that is damaged. */
    private static @Nullable StateEvent read(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        Upcasting older = Upcasting.find(stored.type(), stored.typeVersion());
        Class<?> type = older == null ? EventTypes.find(stored.type(), stored.typeVersion()) : older.type();
        if (type == null || !StateEvent.class.isAssignableFrom(type)) {
            return null;
        }
        byte[] payload = older == null ? stored.payload() : older.upcast(stored.payload());
        return (StateEvent) EventJson.MAPPER.readValue(payload, type);
    }
}
