@NullMarked
package org.stele.command.repatriation.recordarrival;

import org.jspecify.annotations.NullMarked;
