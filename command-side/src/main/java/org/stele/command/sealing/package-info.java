/** The keys under which protected values are sealed. */
@NullMarked
package org.stele.command.sealing;

import org.jspecify.annotations.NullMarked;
