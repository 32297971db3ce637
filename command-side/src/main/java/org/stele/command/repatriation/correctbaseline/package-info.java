/** A State replaces what it declared of a baseline. */
@NullMarked
package org.stele.command.repatriation.correctbaseline;

import org.jspecify.annotations.NullMarked;
