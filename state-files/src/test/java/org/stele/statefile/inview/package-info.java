@NullMarked
package org.stele.statefile.inview;

import org.jspecify.annotations.NullMarked;
