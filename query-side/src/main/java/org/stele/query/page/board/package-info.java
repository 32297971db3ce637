/** The board as a page: what is drawn for 193 States, and the words beside it. Its records are what templates read. */
@NullMarked
package org.stele.query.page.board;

import org.jspecify.annotations.NullMarked;
