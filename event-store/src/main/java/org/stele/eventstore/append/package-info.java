/**
 * How events get their positions: one sequencer per node, many commands per transaction.
 *
 * <p>Uses events, the gate and a {@link org.stele.eventstore.append.Store}; knows no database. Axon's engine uses the
 * sequencer.
 */
@NullMarked
package org.stele.eventstore.append;

import org.jspecify.annotations.NullMarked;
