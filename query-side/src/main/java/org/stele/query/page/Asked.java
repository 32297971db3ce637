package org.stele.query.page;

import org.stele.query.view.ViewPoint;
import org.stele.web.page.Messages;
import org.stele.web.page.Permalink;

/**
 * What a reader asked for: from where, and in which language.
 *
 * @param ledgerHead the number of events in the ledger when it was asked
 */
public record Asked(Messages messages, ViewPoint point, long ledgerHead) {

    /** The reader's place as links name it. */
    public Permalink permalink() {
        return new Permalink(point.effectiveOn(), point.knownOn(), point.treeSize());
    }
}
