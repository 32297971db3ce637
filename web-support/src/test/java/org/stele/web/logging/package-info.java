@NullMarked
package org.stele.web.logging;

import org.jspecify.annotations.NullMarked;
