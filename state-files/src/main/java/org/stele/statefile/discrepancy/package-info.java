/** In what filings do not agree with each other, or with what others say; rules, section 4.5. */
@NullMarked
package org.stele.statefile.discrepancy;

import org.jspecify.annotations.NullMarked;
