/** Reads the ledger: views, replay, lists. */
@NullMarked
package org.stele.query;

import org.jspecify.annotations.NullMarked;
