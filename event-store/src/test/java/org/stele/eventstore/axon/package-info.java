@NullMarked
package org.stele.eventstore.axon;

import org.jspecify.annotations.NullMarked;
