@NullMarked
package org.stele.identity;

import org.jspecify.annotations.NullMarked;
