@NullMarked
package org.stele.command.screening.rejectlistversion;

import org.jspecify.annotations.NullMarked;
