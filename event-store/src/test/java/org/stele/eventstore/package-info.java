@NullMarked
package org.stele.eventstore;

import org.jspecify.annotations.NullMarked;
