/** A State claims that persons are outside paragraph 8. */
@NullMarked
package org.stele.command.claims.claimoutofscope;

import org.jspecify.annotations.NullMarked;
