/** Who may act, and with which keys: accreditations, and the keys that a State's root enrols and revokes. */
@NullMarked
package org.stele.events.access;

import org.jspecify.annotations.NullMarked;
