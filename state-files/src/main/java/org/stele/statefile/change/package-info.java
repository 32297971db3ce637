/** What differs between two views of a State, and why; rules, section 4.7. */
@NullMarked
package org.stele.statefile.change;

import org.jspecify.annotations.NullMarked;
