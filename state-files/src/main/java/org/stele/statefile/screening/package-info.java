/** Screenings and the versions of lists that they searched, and what follows from both; rules, section 5. */
@NullMarked
package org.stele.statefile.screening;

import org.jspecify.annotations.NullMarked;
