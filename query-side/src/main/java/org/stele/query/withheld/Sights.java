package org.stele.query.withheld;

import jakarta.servlet.http.HttpServletRequest;
import org.stele.eventstore.read.LedgerReader;
import org.stele.web.actor.HeaderActor;

/**
 * Gives each reader what they may see: officials of a State what theirs asked to be withheld, and registrar, chair, monitors,
 * auditor and custodian all of it. Whoever names no role sees what is public.
 */
public final class Sights {

    private final WithheldEvents withheld;

    public Sights(LedgerReader ledger) {
        this.withheld = new WithheldEvents(ledger);
    }

    /** The sight of whom the headers name; a problem where they name nobody, or are not believed. */
    public Sight of(HttpServletRequest request) {
        withheld.readUpToHead();
        return new Sight(withheld::contains, HeaderActor.find(request).orElse(null));
    }
}
