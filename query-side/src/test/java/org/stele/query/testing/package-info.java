/** A ledger to test on. */
@NullMarked
package org.stele.query.testing;

import org.jspecify.annotations.NullMarked;
