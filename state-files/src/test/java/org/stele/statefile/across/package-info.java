@NullMarked
package org.stele.statefile.across;

import org.jspecify.annotations.NullMarked;
