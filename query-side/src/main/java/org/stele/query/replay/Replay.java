package org.stele.query.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.Selection;
import org.stele.eventstore.StoredEvent;
import org.stele.query.statefile.LedgerEvent;
import org.stele.query.statefile.StateFile;

/** Folds files anew from the ledger, with the one fold that there is. */
public final class Replay {

    /** Events read at once. */
    static final int PAGE = 1_000;

    private final LedgerReader ledger;

    public Replay(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The file after all events of its State up to a position. */
    public StateFile continued(StateFile file, long upTo) {
        Selection selection =
                Selection.tag(Tags.MEMBER_STATE + "=" + file.memberState().iso3());
        StateFile folded = file;
        long after = file.lastPosition();
        List<StoredEvent> page;
        do {
            page = ledger.read(selection, after, upTo, PAGE);
            folded = folded.evolve(page.stream()
                    .map(EventDecoder::decode)
                    .flatMap(Optional::stream)
                    .toList());
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
        return folded;
    }

    public StateFile from(MemberState memberState, long upTo) {
        return continued(StateFile.empty(memberState), upTo);
    }

    /** Carries files of all States from one position to another; States without a file get one when an event comes. */
    public void continueAll(Map<MemberState, StateFile> files, long after, long upTo) {
        long cursor = after;
        while (cursor < upTo) {
            List<StoredEvent> page = ledger.read(Selection.all(), cursor, upTo, PAGE);
            if (page.isEmpty()) {
                throw new UnreadableEvent("Expected events after position %d up to %d, got none; check the ledger."
                        .formatted(cursor, upTo));
            }
            evolve(files, page);
            cursor = page.getLast().position();
        }
    }

    private static void evolve(Map<MemberState, StateFile> files, List<StoredEvent> page) {
        List<LedgerEvent> events = page.stream()
                .map(EventDecoder::decode)
                .flatMap(Optional::stream)
                .toList();
        byState(events)
                .forEach((state, own) ->
                        files.compute(state, (_, file) -> (file == null ? StateFile.empty(state) : file).evolve(own)));
    }

    public static Map<MemberState, List<LedgerEvent>> byState(List<LedgerEvent> events) {
        Map<MemberState, List<LedgerEvent>> byState = new EnumMap<>(MemberState.class);
        for (LedgerEvent event : events) {
            byState.computeIfAbsent(event.event().memberState(), _ -> new ArrayList<>())
                    .add(event);
        }
        return byState;
    }
}
