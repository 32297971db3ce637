package org.stele.query.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.events.NewYork;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.across.SubjectRegister;
import org.stele.statefile.StateFile;
import org.stele.statefile.lens.Lens;
import org.stele.web.page.ViewPoint;

/**
 * The lens of a view: for what is published, it looks at the file at the head of the ledger too.
 *
 * @param today the present day in New York
 * @param head the size of the ledger when the view was asked for; that of the view for an audience that needs no later one
 * @param unsealed what the view depends on where it compares subjects: the id of the key, empty where it compares none
 */
record Published(ViewPoint point, LocalDate today, long head, String unsealed) {

    static Published now(ViewPoint point, OpenLedger ledger, Clock clock, SubjectRegister subjects) {
        long head = point.audience().seesAllFilings() ? point.treeSize() : ledger.head();
        return new Published(point, NewYork.dayOf(clock.instant()), head, subjects.present(point.audience()));
    }

    /**
     * What the view depends on besides its view point and root: what is published now, for an audience that sees what is
     * published alone; and the key, for one that is told which subjects two States name. Part of its entity tag.
     */
    String present() {
        return point.audience().seesAllFilings() ? unsealed : head + "." + today;
    }

    /**
     * What the view's audience sees in the view of a file whose records it sees.
     *
     * @param now the same at the head; null where that is not known, so that nothing counts as published
     */
    StateFile see(StateFile seen, Supplier<@Nullable StateFile> now) {
        if (point.audience().seesFilingsOf(seen.memberState())) {
            return seen;
        }
        StateFile atHead = now.get();
        return new Lens(point.audience())
                .inView(seen, atHead == null ? StateFile.empty(seen.memberState()) : atHead, point.knownOn(), today);
    }
}
