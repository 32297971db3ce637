@NullMarked
package org.stele.eventstore.signing;

import org.jspecify.annotations.NullMarked;
