/** A State withdraws an arrival. */
@NullMarked
package org.stele.command.repatriation.withdrawarrival;

import org.jspecify.annotations.NullMarked;
