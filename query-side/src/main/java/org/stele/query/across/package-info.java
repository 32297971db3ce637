/** Subjects that filings of two States name, for those who may know of it; rules, sections 4.5 and 4.8. */
@NullMarked
package org.stele.query.across;

import org.jspecify.annotations.NullMarked;
