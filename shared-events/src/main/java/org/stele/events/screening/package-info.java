/** Screening of persons, entities and vessels: two questions, never mixed, and who answered them. */
@NullMarked
package org.stele.events.screening;

import org.jspecify.annotations.NullMarked;
