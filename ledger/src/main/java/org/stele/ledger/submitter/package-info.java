/**
 * What a State's official signed, with which key, and whether that key was the State's (docs/spec/submitters.md). The
 * operator of the ledger has none of these keys.
 */
@NullMarked
package org.stele.ledger.submitter;

import org.jspecify.annotations.NullMarked;
