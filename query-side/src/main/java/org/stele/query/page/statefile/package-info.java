/** One State's file as a page. Its records are what templates read. */
@NullMarked
package org.stele.query.page.statefile;

import org.jspecify.annotations.NullMarked;
