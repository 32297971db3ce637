/**
 * The event store: Axon's {@link org.axonframework.eventsourcing.eventstore.EventStorageEngine} on PostgreSQL.
 *
 * <p>A position is 1..n, dense, in commit order. Tracking token = consistency marker = tree size = events seen. One
 * {@link org.stele.eventstore.append.Sequencer} a node gives positions, many commands to a transaction; the database fences several
 * of them into one history.
 */
@NullMarked
package org.stele.eventstore;

import org.jspecify.annotations.NullMarked;
