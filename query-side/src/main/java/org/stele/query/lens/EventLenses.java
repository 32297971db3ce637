package org.stele.query.lens;

import org.stele.events.MemberState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.StateFile;
import org.stele.web.page.ViewPoint;
import org.stele.web.problem.ProblemException;

/** Makes the lens on events for a view, for {@link SeenEvents}. Safe for all threads. */
public final class EventLenses {

    private final SeenFiles files;
    private final OpenLedger ledger;
    private final EventDecoder decoder = new EventDecoder();

    /** Gives what the audience of a view sees of a State's file. */
    @FunctionalInterface
    public interface SeenFiles {

        StateFile file(MemberState memberState, ViewPoint point);
    }

    public EventLenses(SeenFiles files, OpenLedger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    public EventLens of(ViewPoint point) {
        return new EventLens(point.audience(), state -> file(state, point), this::isAbout, decoder);
    }

    /** An empty file where the State's cannot be read now: nothing of it counts as published then. */
    private StateFile file(MemberState state, ViewPoint point) {
        try {
            return files.file(state, point);
        } catch (ProblemException | LedgerDamaged unreadable) {
            return StateFile.empty(state);
        }
    }

    private boolean isAbout(long position, MemberState state) {
        byte[] leaf = ledger.leaf(position);
        return leaf != null && state.iso3().equals(EventLens.stateOf(leaf));
    }
}
