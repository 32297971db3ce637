/** Screening of persons, entities and vessels: two separate questions, and their answers. */
@NullMarked
package org.stele.events.screening;

import org.jspecify.annotations.NullMarked;
