package org.stele.query.page;

import org.jspecify.annotations.Nullable;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/**
 * What a reader asked for: from where, and in which language.
 *
 * @param lasting an address at which the same can be had for ever; null where it was asked for by that
 * @param ledgerHead the number of events in the ledger when it was asked
 */
public record ViewRequest(
        Messages messages, ViewPoint point, @Nullable String lasting, long ledgerHead) {}
