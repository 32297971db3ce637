/** The signer of this node: its configuration, health and metrics, and its refusals at the start. */
@NullMarked
package org.stele.command.signing;

import org.jspecify.annotations.NullMarked;
