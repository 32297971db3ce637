/** What the slices about claims share. */
@NullMarked
package org.stele.command.claims;

import org.jspecify.annotations.NullMarked;
