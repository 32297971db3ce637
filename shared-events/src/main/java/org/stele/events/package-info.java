/** The language of the ledger: its events, and the value types they are made of. */
@NullMarked
package org.stele.events;

import org.jspecify.annotations.NullMarked;
