@NullMarked
package org.stele.eventstore.evidence;

import org.jspecify.annotations.NullMarked;
