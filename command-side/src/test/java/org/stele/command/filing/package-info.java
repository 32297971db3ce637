@NullMarked
package org.stele.command.filing;

import org.jspecify.annotations.NullMarked;
