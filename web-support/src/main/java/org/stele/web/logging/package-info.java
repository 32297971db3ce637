/** Keeps the log readable while a failure repeats. */
@NullMarked
package org.stele.web.logging;

import org.jspecify.annotations.NullMarked;
