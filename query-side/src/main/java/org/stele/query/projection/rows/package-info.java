/**
 * The stored views: their rows, each sealed under a key outside the database, and the running sums over all of them.
 */
@NullMarked
package org.stele.query.projection.rows;

import org.jspecify.annotations.NullMarked;
