@NullMarked
package org.stele.command.screening.reopenscreening;

import org.jspecify.annotations.NullMarked;
