@NullMarked
package org.stele.query.board.page;

import org.jspecify.annotations.NullMarked;

