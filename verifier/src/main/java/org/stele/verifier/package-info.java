/** The auditor's program: it checks what a ledger handed out without asking the ledger. */
@NullMarked
package org.stele.verifier;

import org.jspecify.annotations.NullMarked;
