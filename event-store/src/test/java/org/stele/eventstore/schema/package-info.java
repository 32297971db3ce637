@NullMarked
package org.stele.eventstore.schema;

import org.jspecify.annotations.NullMarked;
