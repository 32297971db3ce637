/** Everything in one process: both sides, an embedded PostgreSQL, and the demonstration's data. */
@NullMarked
package org.stele.standalone;

import org.jspecify.annotations.NullMarked;
