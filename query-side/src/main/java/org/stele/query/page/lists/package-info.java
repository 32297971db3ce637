/** The versions of the lists, as a page. */
@NullMarked
package org.stele.query.page.lists;

import org.jspecify.annotations.NullMarked;
