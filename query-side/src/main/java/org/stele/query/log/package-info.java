/** The public part of the ledger: the log as C2SP tlog-tiles, and proofs. */
@NullMarked
package org.stele.query.log;

import org.jspecify.annotations.NullMarked;
