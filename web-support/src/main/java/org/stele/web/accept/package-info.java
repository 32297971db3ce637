/** Content negotiation. */
@NullMarked
package org.stele.web.accept;

import org.jspecify.annotations.NullMarked;
