@NullMarked
package org.stele.statefile.access;

import org.jspecify.annotations.NullMarked;
