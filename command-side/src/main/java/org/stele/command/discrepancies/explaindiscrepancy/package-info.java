/** A State explains a discrepancy of its own. */
@NullMarked
package org.stele.command.discrepancies.explaindiscrepancy;

import org.jspecify.annotations.NullMarked;
