@NullMarked
package org.stele.command.screening;

import org.jspecify.annotations.NullMarked;
