/** What others say about a Member State. It never alters the State's own statements. */
@NullMarked
package org.stele.events.evidence;

import org.jspecify.annotations.NullMarked;
