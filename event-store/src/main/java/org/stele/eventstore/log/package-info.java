/**
 * The two logs as they are served: tiles, checkpoints, State heads, keys, and the chain of everything signed.
 *
 * <p>Uses rows, and keys of the home. Readers, checks, evidence and the signer use it.
 */
@NullMarked
package org.stele.eventstore.log;

import org.jspecify.annotations.NullMarked;
