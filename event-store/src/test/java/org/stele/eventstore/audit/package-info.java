@NullMarked
package org.stele.eventstore.audit;

import org.jspecify.annotations.NullMarked;
