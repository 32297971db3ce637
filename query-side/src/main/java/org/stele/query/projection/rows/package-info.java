/**
 * The stored views: their rows, each under a seal that a key outside the database makes, and the running sums over all of them.
 */
@NullMarked
package org.stele.query.projection.rows;

import org.jspecify.annotations.NullMarked;
