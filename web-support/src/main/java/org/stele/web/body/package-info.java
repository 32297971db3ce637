/** Request bodies: their limits of size and time, and where they are kept until they are complete. */
@NullMarked
package org.stele.web.body;

import org.jspecify.annotations.NullMarked;
