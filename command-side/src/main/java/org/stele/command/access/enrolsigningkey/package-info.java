/** A State's root enrols a key that signs for a role. */
@NullMarked
package org.stele.command.access.enrolsigningkey;

import org.jspecify.annotations.NullMarked;
