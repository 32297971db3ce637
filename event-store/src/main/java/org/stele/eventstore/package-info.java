/**
 * The event store: Axon's {@link org.axonframework.eventsourcing.eventstore.EventStorageEngine} on PostgreSQL.
 *
 * <p>A position is 1..n, dense, in commit order. Tracking token = consistency marker = tree size = events seen. Each
 * node has one {@link org.stele.eventstore.append.Sequencer}, which gives positions to many commands per transaction;
 * the database fences several nodes into one history.
 */
@NullMarked
package org.stele.eventstore;

import org.jspecify.annotations.NullMarked;
