/** A State's root revokes a key. */
@NullMarked
package org.stele.command.access.revokesigningkey;

import org.jspecify.annotations.NullMarked;
