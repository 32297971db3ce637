/** Tables of what was filed, as events: the reading that an import makes of them, for tests. */
@NullMarked
package org.stele.statefile.filed;

import org.jspecify.annotations.NullMarked;
