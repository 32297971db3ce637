/** Which list versions are on record, for commands that name one. */
@NullMarked
package org.stele.command.screening.listversions;

import org.jspecify.annotations.NullMarked;
