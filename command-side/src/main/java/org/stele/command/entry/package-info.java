/** The input and output of commands: their context, the ledger's receipt, the refusal. */
@NullMarked
package org.stele.command.entry;

import org.jspecify.annotations.NullMarked;
