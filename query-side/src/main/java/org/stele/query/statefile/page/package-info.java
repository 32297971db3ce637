/** One State's file as a page. Its records are what templates read. */
@NullMarked
package org.stele.query.statefile.page;

import org.jspecify.annotations.NullMarked;

