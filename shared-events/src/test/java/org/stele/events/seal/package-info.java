@NullMarked
package org.stele.events.seal;

import org.jspecify.annotations.NullMarked;
