package org.stele.query.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Hash;
import org.stele.query.projection.StateFileCache;
import org.stele.query.replay.Replay;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/**
 * The files of Member States, exact at any size of the ledger: the part of the live file up to a smaller size, or the
 * live file plus the events after it. New events are visible at once, however far the projection is.
 */
public final class States {

    private final LedgerReader ledger;
    private final StateFileCache live;
    private final Replay replay;

    States(LedgerReader ledger, StateFileCache live, Replay replay) {
        this.ledger = ledger;
        this.live = live;
        this.replay = replay;
    }

    /** The number of events in the ledger: the default and the greatest size of a view. */
    public long head() {
        return ledger.head();
    }

    /** The root of the ledger's tree at a size, in hexadecimal digits; empty where a row is damaged. */
    public Optional<String> root(long treeSize) {
        return ledger.findRoot(treeSize).map(Hash::hex);
    }

    public StateFile file(MemberState memberState, long treeSize) {
        return look(memberState, treeSize).part().file();
    }

    public StateResult view(MemberState memberState, ViewPoint point) {
        return look(memberState, point.treeSize()).at(point);
    }

    /** The State at a size of the ledger, with one lookup; a problem (503) where its stored rows cannot be trusted. */
    public Look look(MemberState memberState, long treeSize) {
        StateFileCache.Files files = live.now();
        return new Look(files.position(), files.file(memberState), files.held(memberState), treeSize);
    }

    /** One State at one size. Events that are not in the live file yet are read when a view is first requested. */
    public final class Look {

        private final long position;
        private final StateFile file;
        private final @Nullable DeadLetters held;
        private final long treeSize;

        private Look(long position, StateFile file, @Nullable DeadLetters held, long treeSize) {
            this.position = position;
            this.file = file;
            this.held = held;
            this.treeSize = treeSize;
        }

        /**
         * The position from which the projection holds back events that a view of this size would include; null where
         * it holds none.
         */
        public @Nullable Long heldFrom() {
            return States.heldFrom(held, treeSize);
        }

        public StateResult at(ViewPoint point) {
            Part part = part();
            return new StateResult(StateView.of(part.file(), point.effectiveOn(), point.knownOn()), part.heldFrom());
        }

        private Part part() {
            if (treeSize <= position) {
                return new Part(file.upTo(treeSize), heldFrom());
            }
            StateFileBuilder open = new StateFileBuilder(file, held);
            readOn(open);
            return new Part(open.toStateFile(), States.heldFrom(open.held(), treeSize));
        }

        /** Damage ends the view, and health names it until the State's events are read soundly again. */
        private void readOn(StateFileBuilder open) {
            try {
                replay.continueOne(open, file.memberState(), position, treeSize);
                live.readOn(file.memberState(), null);
            } catch (LedgerDamaged e) {
                live.readOn(file.memberState(), e);
                throw e;
            }
        }
    }

    private record Part(StateFile file, @Nullable Long heldFrom) {}

    static @Nullable Long heldFrom(@Nullable DeadLetters held, long treeSize) {
        return held == null || held.from() > treeSize ? null : held.from();
    }
}
