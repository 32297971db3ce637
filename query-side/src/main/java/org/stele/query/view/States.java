package org.stele.query.view;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Hash;
import org.stele.query.across.SubjectRegister;
import org.stele.query.projection.LaterEvents;
import org.stele.query.projection.LiveFiles;
import org.stele.query.projection.StateFileCache;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/**
 * The files of Member States as an audience sees them, exact at any size of the ledger: the part of the live file up to a
 * smaller size, or the live file plus the events after it. New events are visible at once, however far the projection is.
 * Nobody gets a file that was not seen through the lens of the audience (rules, section 4.8).
 */
public final class States {

    private final OpenLedger ledger;
    private final LiveFiles live;
    private final LaterEvents later;
    private final Clock clock;
    private final SubjectRegister subjects;

    States(OpenLedger ledger, LiveFiles live, LaterEvents later, Clock clock, SubjectRegister subjects) {
        this.ledger = ledger;
        this.live = live;
        this.later = later;
        this.clock = clock;
        this.subjects = subjects;
    }

    /** The number of events in the ledger: the default and the greatest size of a view. */
    public long head() {
        return ledger.head();
    }

    /** The root of the ledger's tree at a size, in hexadecimal digits; empty where a row is damaged. */
    public Optional<String> root(long treeSize) {
        return ledger.findRoot(treeSize).map(Hash::hex);
    }

    /** What a view depends on besides its view point and root; part of its entity tag. */
    public String present(ViewPoint point) {
        return Published.now(point, ledger, clock, subjects).present();
    }

    public StateFile file(MemberState memberState, ViewPoint point) {
        return look(memberState, point).seen().file();
    }

    public StateResult view(MemberState memberState, ViewPoint point) {
        return look(memberState, point).view();
    }

    /** The State in one view, with one lookup; a problem (503) where its stored rows cannot be trusted. */
    public Look look(MemberState memberState, ViewPoint point) {
        return look(live.now(point.audience()), memberState, Published.now(point, ledger, clock, subjects));
    }

    private Look look(LiveFiles.OfAudience files, MemberState memberState, Published published) {
        return new Look(
                files.of(memberState),
                memberState,
                published,
                subjects.at(published.point(), other -> other(files, other, published)));
    }

    /** The file of another State at the size of a view; null where it cannot be told now. */
    private @Nullable StateFile other(LiveFiles.OfAudience files, MemberState other, Published published) {
        if (files.notTrusted().contains(other)) {
            return null;
        }
        try {
            Part part = look(files, other, published).part(published.point().treeSize());
            return part.heldFrom() == null ? part.file() : null;
        } catch (LedgerDamaged e) {
            return null; // Its own view says so, and health too.
        }
    }

    /** One State in one view. Events that are not in the live file yet are read when the view is first requested. */
    public final class Look {

        private final StateFileCache.Files files;
        private final StateFile file;
        private final ViewPoint point;
        private final Published published;
        private final @Nullable AcrossStates across;

        private Look(
                StateFileCache.Files files,
                MemberState memberState,
                Published published,
                @Nullable AcrossStates across) {
            this.files = files;
            this.file = files.file(memberState);
            this.point = published.point();
            this.published = published;
            this.across = across;
        }

        /** What the view depends on besides its view point and root, as of this look. */
        public String present() {
            return published.present();
        }

        /**
         * The position from which the projection holds back events that the view would include; null where it holds
         * none.
         */
        public @Nullable Long heldFrom() {
            return States.heldFrom(files.held(file.memberState()), point.treeSize());
        }

        public StateResult view() {
            Part seen = seen();
            return new StateResult(
                    seen.file(),
                    StateView.of(seen.file(), point.effectiveOn(), point.knownOn(), across),
                    seen.heldFrom());
        }

        private Part seen() {
            Part part = part(point.treeSize());
            return new Part(published.see(part.file(), () -> now(part)), part.heldFrom());
        }

        /** The file at the head; null where events are held back, of which one may have taken something off the page. */
        private @Nullable StateFile now(Part part) {
            Part now = published.head() <= point.treeSize() ? part : part(published.head());
            return now.heldFrom() == null ? now.file() : null;
        }

        /** What the audience sees of the file's records at a size of the ledger. */
        private Part part(long treeSize) {
            if (treeSize <= files.position()) {
                return new Part(file.upTo(treeSize), States.heldFrom(files.held(file.memberState()), treeSize));
            }
            LaterEvents.Later more = later.of(point.audience(), file.memberState(), files, treeSize);
            return new Part(file.with(more.seen()), States.heldFrom(more.held(), treeSize));
        }
    }

    private record Part(StateFile file, @Nullable Long heldFrom) {}

    static @Nullable Long heldFrom(@Nullable DeadLetters held, long treeSize) {
        return held == null || held.from() > treeSize ? null : held.from();
    }
}
