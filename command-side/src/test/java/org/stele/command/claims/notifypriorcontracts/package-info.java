@NullMarked
package org.stele.command.claims.notifypriorcontracts;

import org.jspecify.annotations.NullMarked;
