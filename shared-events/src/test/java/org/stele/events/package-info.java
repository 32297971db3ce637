@NullMarked
package org.stele.events;

import org.jspecify.annotations.NullMarked;
