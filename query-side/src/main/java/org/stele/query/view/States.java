package org.stele.query.view;

import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.LiveFiles;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.Held;
import org.stele.query.statefile.OpenFile;
import org.stele.query.statefile.StateFile;

/**
 * The files of Member States, exact at any size of the ledger: the part of the live file that was there at a smaller size,
 * or the live file and the events after it. What was just recorded is seen at once, however far the projection is.
 */
public final class States {

    private final LedgerReader ledger;
    private final LiveFiles live;
    private final Replay replay;

    States(LedgerReader ledger, LiveFiles live, Replay replay) {
        this.ledger = ledger;
        this.live = live;
        this.replay = replay;
    }

    /** How many events the ledger has: the size that views take by default, and the largest. */
    public long head() {
        return ledger.head();
    }

    public StateFile file(MemberState memberState, long treeSize) {
        return at(memberState, treeSize).file();
    }

    public Seen view(MemberState memberState, ViewPoint point) {
        Part part = at(memberState, point.treeSize());
        return new Seen(part.file().at(point.effectiveOn(), point.knownOn()), part.heldFrom());
    }

    /** From where on the projection holds events back that a view of this size would show; null where it holds none. */
    public @Nullable Long heldFrom(MemberState memberState, long treeSize) {
        return heldFrom(live.now().held(memberState), treeSize);
    }

    private record Part(StateFile file, @Nullable Long heldFrom) {}

    private Part at(MemberState memberState, long treeSize) {
        LiveFiles.Files files = live.now();
        StateFile file = files.file(memberState);
        Held held = files.held(memberState);
        if (treeSize <= files.position()) {
            return new Part(file.upTo(treeSize), heldFrom(held, treeSize));
        }
        OpenFile open = new OpenFile(file, held);
        replay.continueOne(open, memberState, files.position(), treeSize);
        return new Part(open.toStateFile(), heldFrom(open.held(), treeSize));
    }

    static @Nullable Long heldFrom(@Nullable Held held, long treeSize) {
        return held == null || held.from() > treeSize ? null : held.from();
    }
}
