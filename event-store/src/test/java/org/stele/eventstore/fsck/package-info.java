@NullMarked
package org.stele.eventstore.fsck;

import org.jspecify.annotations.NullMarked;
