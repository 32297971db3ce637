/** A registrar accredits somebody for a role. */
@NullMarked
package org.stele.command.access.accreditofficial;

import org.jspecify.annotations.NullMarked;
