@NullMarked
package org.stele.ledger.sample;

import org.jspecify.annotations.NullMarked;
