/** What is sent to hurt, and that it does not. */
@NullMarked
package org.stele.hostile;

import org.jspecify.annotations.NullMarked;
