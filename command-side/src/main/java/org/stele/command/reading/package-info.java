/** Reads recorded events outside of decisions. */
@NullMarked
package org.stele.command.reading;

import org.jspecify.annotations.NullMarked;
