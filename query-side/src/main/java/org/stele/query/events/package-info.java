/** Which events of the ledger a reader chooses, on pages and over the API. */
@NullMarked
package org.stele.query.events;

import org.jspecify.annotations.NullMarked;

