@NullMarked
package org.stele.statefile.status;

import org.jspecify.annotations.NullMarked;
