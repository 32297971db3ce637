/** Numbers and dates as people write them, read where they can be read in one way only. */
@NullMarked
package org.stele.command.written;

import org.jspecify.annotations.NullMarked;
