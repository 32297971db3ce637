/**
 * Evidence bundles: one file from a ledger for an auditor, written in one pass and read in one pass
 * (docs/spec/ledger.md).
 */
@NullMarked
package org.stele.ledger.evidence;

import org.jspecify.annotations.NullMarked;
