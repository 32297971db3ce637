/** The chair records that the Committee approved work authorizations. */
@NullMarked
package org.stele.command.claims.recordcommitteeapproval;

import org.jspecify.annotations.NullMarked;
