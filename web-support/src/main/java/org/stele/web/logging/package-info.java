/** What keeps a log readable while something fails again and again. */
@NullMarked
package org.stele.web.logging;

import org.jspecify.annotations.NullMarked;
