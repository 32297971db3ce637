/** Decides commands and appends what follows from them. */
@NullMarked
package org.stele.command;

import org.jspecify.annotations.NullMarked;
