/** The registrar rejects a version that was held. */
@NullMarked
package org.stele.command.screening.rejectlistversion;

import org.jspecify.annotations.NullMarked;
