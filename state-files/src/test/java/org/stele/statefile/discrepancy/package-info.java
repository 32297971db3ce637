@NullMarked
package org.stele.statefile.discrepancy;

import org.jspecify.annotations.NullMarked;
