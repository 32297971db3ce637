@NullMarked
package org.stele.eventstore.append;

import org.jspecify.annotations.NullMarked;
