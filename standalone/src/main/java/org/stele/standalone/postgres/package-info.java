/** An embedded PostgreSQL with the durability of a production server. */
@NullMarked
package org.stele.standalone.postgres;

import org.jspecify.annotations.NullMarked;
