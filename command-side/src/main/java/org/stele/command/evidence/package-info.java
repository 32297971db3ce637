/** What the slices about evidence share. */
@NullMarked
package org.stele.command.evidence;

import org.jspecify.annotations.NullMarked;
