/** What of a State's file is in view for a pair of dates; rules, section 4. */
@NullMarked
package org.stele.statefile.inview;

import org.jspecify.annotations.NullMarked;
