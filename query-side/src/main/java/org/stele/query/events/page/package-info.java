/** The events themselves as pages: complete, in order, each with its exact bytes. */
@NullMarked
package org.stele.query.events.page;

import org.jspecify.annotations.NullMarked;

