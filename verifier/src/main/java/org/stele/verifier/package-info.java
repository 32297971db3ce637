/** The auditor's program: it verifies a ledger's evidence without access to the ledger. */
@NullMarked
package org.stele.verifier;

import org.jspecify.annotations.NullMarked;
