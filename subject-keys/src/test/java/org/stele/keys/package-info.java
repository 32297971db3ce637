@NullMarked
package org.stele.keys;

import org.jspecify.annotations.NullMarked;
