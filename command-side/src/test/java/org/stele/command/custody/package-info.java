@NullMarked
package org.stele.command.custody;

import org.jspecify.annotations.NullMarked;
