@NullMarked
package org.stele.command.written;

import org.jspecify.annotations.NullMarked;
