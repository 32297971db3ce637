@NullMarked
package org.stele.eventstore.damage;

import org.jspecify.annotations.NullMarked;
