/** A State claims an exception of paragraph 8. */
@NullMarked
package org.stele.command.claims.claimexemption;

import org.jspecify.annotations.NullMarked;
