/** A State records that persons came. */
@NullMarked
package org.stele.command.repatriation.recordarrival;

import org.jspecify.annotations.NullMarked;
