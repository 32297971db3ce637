@NullMarked
package org.stele.command.screening.releaselistversion;

import org.jspecify.annotations.NullMarked;
