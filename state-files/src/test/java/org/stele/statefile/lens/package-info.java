@NullMarked
package org.stele.statefile.lens;

import org.jspecify.annotations.NullMarked;
