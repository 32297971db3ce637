/**
 * Evidence bundles: what a ledger hands to an auditor in one file, written in one pass and read in one pass
 * (docs/spec/ledger.md).
 */
@NullMarked
package org.stele.ledger.evidence;

import org.jspecify.annotations.NullMarked;
