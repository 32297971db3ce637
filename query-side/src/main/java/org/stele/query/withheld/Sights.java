package org.stele.query.withheld;

import jakarta.servlet.http.HttpServletRequest;
import org.stele.eventstore.read.LedgerReader;
import org.stele.web.actor.HeaderActor;

/**
 * Determines what a reader may see: a State's officials see what their State asked to withhold; registrar, chair,
 * monitors, auditor and custodian see all of it; a reader without a role sees what is public.
 */
public final class Sights {

    private final WithheldEvents withheld;

    public Sights(LedgerReader ledger) {
        this.withheld = new WithheldEvents(ledger);
    }

    /** The sight of the actor in the headers; a problem where they name none, or are not accepted. */
    public Sight of(HttpServletRequest request) {
        withheld.readUpToHead();
        return new Sight(withheld::contains, HeaderActor.find(request).orElse(null));
    }
}
