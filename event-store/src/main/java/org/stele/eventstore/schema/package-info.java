/**
 * The tables, and the roles that may use them.
 *
 * <p>Uses Flyway. Whoever makes or upgrades a database uses it.
 */
@NullMarked
package org.stele.eventstore.schema;

import org.jspecify.annotations.NullMarked;
