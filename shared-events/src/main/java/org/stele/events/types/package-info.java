/** Which events there are, by stored name and version. */
@NullMarked
package org.stele.events.types;

import org.jspecify.annotations.NullMarked;
