/** Who may act and sign for a State, and what an audience sees of it; rules, section 4.8. */
@NullMarked
package org.stele.statefile.access;

import org.jspecify.annotations.NullMarked;
