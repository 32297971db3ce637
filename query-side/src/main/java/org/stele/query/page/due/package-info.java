/** What is due of all States, as a page. */
@NullMarked
package org.stele.query.page.due;

import org.jspecify.annotations.NullMarked;
