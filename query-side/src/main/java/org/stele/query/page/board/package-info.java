/** The board as a page: pictures and texts for 193 States. Its records are what templates read. */
@NullMarked
package org.stele.query.page.board;

import org.jspecify.annotations.NullMarked;
