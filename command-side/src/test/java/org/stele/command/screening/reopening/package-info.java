@NullMarked
package org.stele.command.screening.reopening;

import org.jspecify.annotations.NullMarked;
