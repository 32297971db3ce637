/** The actor of a request. */
@NullMarked
package org.stele.web.actor;

import org.jspecify.annotations.NullMarked;
