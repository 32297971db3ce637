@NullMarked
package org.stele.query.page.board;

import org.jspecify.annotations.NullMarked;
