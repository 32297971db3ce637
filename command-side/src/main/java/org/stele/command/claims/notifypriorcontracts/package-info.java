/** A State notifies contracts concluded before S/RES/2375 (2017). */
@NullMarked
package org.stele.command.claims.notifypriorcontracts;

import org.jspecify.annotations.NullMarked;
