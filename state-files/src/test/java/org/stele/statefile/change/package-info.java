@NullMarked
package org.stele.statefile.change;

import org.jspecify.annotations.NullMarked;
