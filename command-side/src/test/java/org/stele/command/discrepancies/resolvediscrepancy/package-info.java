@NullMarked
package org.stele.command.discrepancies.resolvediscrepancy;

import org.jspecify.annotations.NullMarked;
