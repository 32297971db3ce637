@NullMarked
package org.stele.command.screening.reopenscreenings;

import org.jspecify.annotations.NullMarked;
