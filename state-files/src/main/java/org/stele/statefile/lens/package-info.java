/** What an audience sees of a State's file, taken away before anything is computed from it; rules, section 4.8. */
@NullMarked
package org.stele.statefile.lens;

import org.jspecify.annotations.NullMarked;
