@NullMarked
package org.stele.eventstore.log;

import org.jspecify.annotations.NullMarked;
