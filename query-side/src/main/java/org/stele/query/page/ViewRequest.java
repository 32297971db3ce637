package org.stele.query.page;

import org.jspecify.annotations.Nullable;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/**
 * A reader's request for a view: its view point and language.
 *
 * @param lasting a permanent address of the same view; null where the request used it
 * @param otherAudience the address of the page for the other audience of its reader; null where there is none
 * @param ledgerHead the number of events in the ledger at the time of the request
 */
public record ViewRequest(
        Messages messages,
        ViewPoint point,
        @Nullable String lasting,
        @Nullable String otherAudience,
        long ledgerHead) {}
