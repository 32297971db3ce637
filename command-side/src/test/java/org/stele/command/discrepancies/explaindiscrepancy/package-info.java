@NullMarked
package org.stele.command.discrepancies.explaindiscrepancy;

import org.jspecify.annotations.NullMarked;
