@NullMarked
package org.stele.ledger.json;

import org.jspecify.annotations.NullMarked;
