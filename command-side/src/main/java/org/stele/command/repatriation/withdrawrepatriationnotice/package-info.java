/** A State withdraws a notice. */
@NullMarked
package org.stele.command.repatriation.withdrawrepatriationnotice;

import org.jspecify.annotations.NullMarked;
