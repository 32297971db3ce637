/** The list of events as pages: complete, in order, each with its exact bytes. */
@NullMarked
package org.stele.query.page.events;

import org.jspecify.annotations.NullMarked;
