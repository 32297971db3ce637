/** A monitoring body records what somebody else stated about a State. */
@NullMarked
package org.stele.command.evidence.recordevidence;

import org.jspecify.annotations.NullMarked;
