/** An analyst proposes what the hits mean. */
@NullMarked
package org.stele.command.screening.proposeverdict;

import org.jspecify.annotations.NullMarked;
