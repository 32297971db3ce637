/** Reads the Consolidated List, and says how two of its versions differ. */
@NullMarked
package org.stele.command.screening.list;

import org.jspecify.annotations.NullMarked;
