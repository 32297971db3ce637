/**
 * What the ledger says about one Member State: a fold over its events that knows no dates, and the statuses that follow
 * from it for a pair of dates. Paragraph numbers in this package are those of section 4 of the rules.
 */
@NullMarked
package org.stele.statefile;

import org.jspecify.annotations.NullMarked;
