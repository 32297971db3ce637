@NullMarked
package org.stele.command.claims.claimoutofscope;

import org.jspecify.annotations.NullMarked;
