/** The chair decides that a discrepancy is settled. */
@NullMarked
package org.stele.command.discrepancies.resolvediscrepancy;

import org.jspecify.annotations.NullMarked;
