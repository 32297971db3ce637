@NullMarked
package org.stele.command.screening.recordscreeningresult;

import org.jspecify.annotations.NullMarked;
