/** A State withdraws a declared baseline. */
@NullMarked
package org.stele.command.repatriation.withdrawbaseline;

import org.jspecify.annotations.NullMarked;
