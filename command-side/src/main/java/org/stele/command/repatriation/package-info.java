/** What the slices about repatriation notices share. */
@NullMarked
package org.stele.command.repatriation;

import org.jspecify.annotations.NullMarked;
