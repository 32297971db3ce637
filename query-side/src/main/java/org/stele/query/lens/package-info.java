/** Which events of the ledger an audience sees; rules, section 4.8. */
@NullMarked
package org.stele.query.lens;

import org.jspecify.annotations.NullMarked;
