/**
 * Axon's {@link org.axonframework.eventsourcing.eventstore.EventStorageEngine} over the sequencer and the readers.
 *
 * <p>Token, marker, position and tree size are one number. Both sides use it.
 */
@NullMarked
package org.stele.eventstore.axon;

import org.jspecify.annotations.NullMarked;
