@NullMarked
package org.stele.web.door;

import org.jspecify.annotations.NullMarked;
