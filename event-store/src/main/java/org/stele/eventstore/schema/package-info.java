/**
 * The tables, and the roles that may use them.
 *
 * <p>Uses Flyway. Used to make or upgrade a database.
 */
@NullMarked
package org.stele.eventstore.schema;

import org.jspecify.annotations.NullMarked;
