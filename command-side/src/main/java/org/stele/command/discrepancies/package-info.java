/** What the slices about discrepancies share. */
@NullMarked
package org.stele.command.discrepancies;

import org.jspecify.annotations.NullMarked;
