/** From stored events to what they say about a Member State. */
@NullMarked
package org.stele.query.replay;

import org.jspecify.annotations.NullMarked;
