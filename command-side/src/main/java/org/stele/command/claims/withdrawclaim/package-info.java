/** A State withdraws a claim. */
@NullMarked
package org.stele.command.claims.withdrawclaim;

import org.jspecify.annotations.NullMarked;
