/** Limits of requests, over HTTP. */
@NullMarked
package org.stele.web.quota;

import org.jspecify.annotations.NullMarked;
