/** The signer of this node: what it is configured with, how it is doing, and what keeps it from starting. */
@NullMarked
package org.stele.command.signing;

import org.jspecify.annotations.NullMarked;
