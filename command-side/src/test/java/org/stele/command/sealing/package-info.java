@NullMarked
package org.stele.command.sealing;

import org.jspecify.annotations.NullMarked;
