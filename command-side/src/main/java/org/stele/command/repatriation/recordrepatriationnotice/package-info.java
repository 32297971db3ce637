/** A State gives notice that persons left. */
@NullMarked
package org.stele.command.repatriation.recordrepatriationnotice;

import org.jspecify.annotations.NullMarked;
