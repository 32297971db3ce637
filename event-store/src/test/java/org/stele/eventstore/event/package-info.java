@NullMarked
package org.stele.eventstore.event;

import org.jspecify.annotations.NullMarked;
