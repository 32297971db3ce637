/** A State replaces what it recorded of an arrival. */
@NullMarked
package org.stele.command.repatriation.correctarrival;

import org.jspecify.annotations.NullMarked;
