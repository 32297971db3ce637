@NullMarked
package org.stele.ledger.evidence;

import org.jspecify.annotations.NullMarked;
