/**
 * Axon's {@link org.axonframework.eventsourcing.eventstore.EventStorageEngine} over the sequencer and the readers.
 *
 * <p>Both sides use it.
 */
@NullMarked
package org.stele.eventstore.axon;

import org.jspecify.annotations.NullMarked;
