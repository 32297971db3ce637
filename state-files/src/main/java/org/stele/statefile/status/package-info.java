/** The statuses of a State side by side, and the flags beside them; rules, sections 4.1 to 4.4. */
@NullMarked
package org.stele.statefile.status;

import org.jspecify.annotations.NullMarked;
