/** How much a request may carry, in which time, and where it is kept until it is whole. */
@NullMarked
package org.stele.web.body;

import org.jspecify.annotations.NullMarked;
