@NullMarked
package org.stele.command.evidence.resolveevidence;

import org.jspecify.annotations.NullMarked;
