/**
 * How events get their positions: one sequencer a node, many commands to a transaction.
 *
 * <p>Uses events, the gate and a {@link org.stele.eventstore.append.Store}; knows no database. Axon's engine uses the sequencer.
 */
@NullMarked
package org.stele.eventstore.append;

import org.jspecify.annotations.NullMarked;
