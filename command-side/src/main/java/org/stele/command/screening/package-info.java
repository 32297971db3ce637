/** What the slices about screenings share. */
@NullMarked
package org.stele.command.screening;

import org.jspecify.annotations.NullMarked;
