@NullMarked
package org.stele.command.repatriation.declarebaseline;

import org.jspecify.annotations.NullMarked;
