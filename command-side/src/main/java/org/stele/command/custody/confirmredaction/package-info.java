/** A second person confirms that the body of one event is removed. */
@NullMarked
package org.stele.command.custody.confirmredaction;

import org.jspecify.annotations.NullMarked;
