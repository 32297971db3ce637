/**
 * What a node relies on before it writes: the tables as they were made, settings that keep what is confirmed, a clock that keeps step.
 *
 * <p>Uses rows. The sequencer, the signer and the audit use it.
 */
@NullMarked
package org.stele.eventstore.guard;

import org.jspecify.annotations.NullMarked;
