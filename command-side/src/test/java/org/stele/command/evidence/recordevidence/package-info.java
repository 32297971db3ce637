@NullMarked
package org.stele.command.evidence.recordevidence;

import org.jspecify.annotations.NullMarked;
