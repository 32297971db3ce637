@NullMarked
package org.stele.command.claims.disputeclaim;

import org.jspecify.annotations.NullMarked;
