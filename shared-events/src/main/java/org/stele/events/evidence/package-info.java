/** What others say about a Member State. It never alters what the State itself said. */
@NullMarked
package org.stele.events.evidence;

import org.jspecify.annotations.NullMarked;
