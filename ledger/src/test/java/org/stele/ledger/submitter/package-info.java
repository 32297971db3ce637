@NullMarked
package org.stele.ledger.submitter;

import org.jspecify.annotations.NullMarked;
