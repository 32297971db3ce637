package org.stele.command.discrepancies;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.reading.StoredEvents;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.StateEvent;
import org.stele.events.Tags;
import org.stele.events.seal.Seals;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.across.SubjectIndex;

/** The files of States as the ledger has them now, for decisions that rest on more than the State's own events. */
public final class RecordedFiles {

    /** A larger ledger takes seconds to read: then the States have to be named. */
    public static final int MAX_SEARCHED = 100_000;

    private static final int PAGE = 1_000;

    private final LedgerReader ledger;
    private final Seals seals;

    public RecordedFiles(LedgerReader ledger, Seals seals) {
        this.ledger = ledger;
        this.seals = seals;
    }

    /** Files of one moment, and what they have in common. */
    public record Read(Map<MemberState, StateFile> files, AcrossStates across) {}

    /** Whether the ledger is too large for {@link #all}. */
    public boolean isTooLarge() {
        return ledger.head() > MAX_SEARCHED;
    }

    /** Those of all States that have one. */
    public Read all() {
        Reading reading = new Reading();
        reading.read(Selection.all());
        return reading.done(EnumSet.allOf(MemberState.class));
    }

    /** Those of some States; what they have in common with others is left out. */
    public Read of(Set<MemberState> states) {
        Reading reading = new Reading();
        states.forEach(state -> reading.read(Selection.tag(Tags.MEMBER_STATE + "=" + state.iso3())));
        return reading.done(states);
    }

    /** Whether a State has a discrepancy with this id in the view of today that who asks sees. */
    public boolean has(MemberState state, FilingId discrepancy, CommandContext entry) {
        StateFile file = of(Set.of(state)).files().getOrDefault(state, StateFile.empty(state));
        return RecordedFile.find(file, discrepancy, Audience.of(entry.actor()), entry.today(), null) != null;
    }

    private final class Reading {

        private final long head = ledger.head();
        private final Map<MemberState, StateFileBuilder> open = new EnumMap<>(MemberState.class);
        private final SubjectIndex index = new SubjectIndex(seals);

        void read(Selection selection) {
            long after = 0;
            int read;
            do {
                List<StoredEvent> page = ledger.read(selection, after, head, PAGE);
                page.forEach(this::take);
                read = page.size();
                after = read == 0 ? head : page.getLast().position();
            } while (read == PAGE);
        }

        private void take(StoredEvent stored) {
            StateEvent event = StoredEvents.ofState(stored);
            if (event != null) {
                index.take(stored.position(), event);
                open.computeIfAbsent(
                                event.memberState(), state -> StateFileBuilder.withoutMissing(StateFile.empty(state)))
                        .apply(new LedgerEvent(stored.position(), NewYork.dayOf(stored.recordedAt()), event));
            }
        }

        Read done(Set<MemberState> states) {
            Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
            open.forEach((state, file) -> files.put(state, file.toStateFile()));
            return new Read(files, new AcrossStates(() -> index, head, state -> file(files, state, states)));
        }

        private @Nullable StateFile file(
                Map<MemberState, StateFile> files, MemberState state, Set<MemberState> states) {
            return states.contains(state) ? files.getOrDefault(state, StateFile.empty(state)) : null;
        }
    }
}
