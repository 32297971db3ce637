@NullMarked
package org.stele.statefile;

import org.jspecify.annotations.NullMarked;
