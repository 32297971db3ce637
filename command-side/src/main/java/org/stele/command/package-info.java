/** Decides commands and appends their events. */
@NullMarked
package org.stele.command;

import org.jspecify.annotations.NullMarked;
