@NullMarked
package org.stele.command.screening.proposeverdict;

import org.jspecify.annotations.NullMarked;
