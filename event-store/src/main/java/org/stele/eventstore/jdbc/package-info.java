/**
 * How rows are read: statements, binary COPY, snapshots, session settings.
 *
 * <p>Uses the driver and the events. Outside the event store it is used only for connections.
 */
@NullMarked
package org.stele.eventstore.jdbc;

import org.jspecify.annotations.NullMarked;
