/** What the query side's pages share. */
@NullMarked
package org.stele.query.page;

import org.jspecify.annotations.NullMarked;
