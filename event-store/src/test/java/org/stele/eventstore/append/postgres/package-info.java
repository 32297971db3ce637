@NullMarked
package org.stele.eventstore.append.postgres;

import org.jspecify.annotations.NullMarked;
