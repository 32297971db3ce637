package org.stele.query.statefile;

import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * What the registrar entered of the receipt of one version.
 *
 * @param reference the number that the Committee gave it
 */
public record CommitteeReceipt(PartialDate on, @Nullable String reference, long position) implements Fact {}
