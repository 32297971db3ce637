/** What a version of the Consolidated List holds, and how it differs from the one before. */
@NullMarked
package org.stele.events.screening.list;

import org.jspecify.annotations.NullMarked;
