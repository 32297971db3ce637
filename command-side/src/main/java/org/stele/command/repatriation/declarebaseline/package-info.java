/** A State declares how many persons there were on a day. */
@NullMarked
package org.stele.command.repatriation.declarebaseline;

import org.jspecify.annotations.NullMarked;
