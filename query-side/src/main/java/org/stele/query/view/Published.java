package org.stele.query.view;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.statefile.StateFile;
import org.stele.statefile.lens.Lens;
import org.stele.web.page.ViewPoint;

/**
 * The lens of a view: for what is published, it looks at the file at the head of the ledger too.
 *
 * @param today the present day in New York
 */
record Published(ViewPoint point, LocalDate today) {

    /**
     * What the view's audience sees of a file of the view's size.
     *
     * @param now the file at the head; null where that is not known, so that nothing counts as published
     */
    StateFile see(StateFile file, Supplier<@Nullable StateFile> now) {
        Lens lens = new Lens(point.audience());
        if (point.audience().seesFilingsOf(file.memberState())) {
            return lens.see(file, file, point.knownOn(), today);
        }
        StateFile head = now.get();
        return lens.see(file, head == null ? StateFile.empty(file.memberState()) : head, point.knownOn(), today);
    }
}
