/** Subjects that filings of two States name; rules, sections 4.5 and 4.8. */
@NullMarked
package org.stele.statefile.across;

import org.jspecify.annotations.NullMarked;
