/**
 * What a node examines before it writes: the database objects as they were made, durability settings, and a clock that
 * keeps step.
 *
 * <p>Uses rows. The sequencer, the signer and the audit use it.
 */
@NullMarked
package org.stele.eventstore.guard;

import org.jspecify.annotations.NullMarked;
