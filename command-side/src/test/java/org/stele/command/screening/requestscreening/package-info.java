@NullMarked
package org.stele.command.screening.requestscreening;

import org.jspecify.annotations.NullMarked;
