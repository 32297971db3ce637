/** The screenings and list versions as they are read: an index in memory that follows the ledger, and its API. */
@NullMarked
package org.stele.query.screening;

import org.jspecify.annotations.NullMarked;
