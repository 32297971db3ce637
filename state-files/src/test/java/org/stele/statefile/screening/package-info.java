@NullMarked
package org.stele.statefile.screening;

import org.jspecify.annotations.NullMarked;
