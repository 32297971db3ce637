@NullMarked
package org.stele.command.claims.claimexemption;

import org.jspecify.annotations.NullMarked;
