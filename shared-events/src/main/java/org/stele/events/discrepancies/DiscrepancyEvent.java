package org.stele.events.discrepancies;

import org.stele.events.FilingId;
import org.stele.events.StateEvent;

/** Every event about a discrepancy. */
public sealed interface DiscrepancyEvent extends StateEvent permits DiscrepancyExplained, DiscrepancyResolved {

    FilingId discrepancy();

    DiscrepancySubject subject();
}
