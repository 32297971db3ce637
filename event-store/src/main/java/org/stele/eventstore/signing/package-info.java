/** What signing needs outside of the database: keys, the last checkpoint in a file, and witnesses. */
@NullMarked
package org.stele.eventstore.signing;

import org.jspecify.annotations.NullMarked;
