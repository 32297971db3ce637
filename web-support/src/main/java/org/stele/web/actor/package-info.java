/** Who asks, as far as the web can tell. */
@NullMarked
package org.stele.web.actor;

import org.jspecify.annotations.NullMarked;
