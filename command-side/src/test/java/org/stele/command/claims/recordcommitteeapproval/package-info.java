@NullMarked
package org.stele.command.claims.recordcommitteeapproval;

import org.jspecify.annotations.NullMarked;
