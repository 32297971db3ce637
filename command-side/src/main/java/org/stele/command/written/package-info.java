/** Numbers and dates as people write them, accepted only where they have one meaning. */
@NullMarked
package org.stele.command.written;

import org.jspecify.annotations.NullMarked;
