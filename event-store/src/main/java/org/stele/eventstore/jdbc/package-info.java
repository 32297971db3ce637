/**
 * How rows are asked for and read: statements, COPY in binary form, one moment of the database, settings of a session.
 *
 * <p>Uses the driver and the events. No one outside the event store uses it but for connections.
 */
@NullMarked
package org.stele.eventstore.jdbc;

import org.jspecify.annotations.NullMarked;
