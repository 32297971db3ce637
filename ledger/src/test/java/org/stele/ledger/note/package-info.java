@NullMarked
package org.stele.ledger.note;

import org.jspecify.annotations.NullMarked;
