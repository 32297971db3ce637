@NullMarked
package org.stele.command.claims.upholdclaim;

import org.jspecify.annotations.NullMarked;
