/** In which form a client wants its answer. */
@NullMarked
package org.stele.web.accept;

import org.jspecify.annotations.NullMarked;
