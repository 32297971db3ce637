/** A real PostgreSQL that comes with the program and keeps what it is given. */
@NullMarked
package org.stele.standalone.postgres;

import org.jspecify.annotations.NullMarked;
