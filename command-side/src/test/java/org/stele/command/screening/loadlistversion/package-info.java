@NullMarked
package org.stele.command.screening.loadlistversion;

import org.jspecify.annotations.NullMarked;
