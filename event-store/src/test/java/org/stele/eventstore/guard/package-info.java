@NullMarked
package org.stele.eventstore.guard;

import org.jspecify.annotations.NullMarked;
