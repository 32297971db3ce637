@NullMarked
package org.stele.command.repatriation.correctarrival;

import org.jspecify.annotations.NullMarked;
