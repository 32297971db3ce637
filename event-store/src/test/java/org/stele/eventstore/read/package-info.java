/** Reading a ledger of the real database. */
@NullMarked
package org.stele.eventstore.read;

import org.jspecify.annotations.NullMarked;
