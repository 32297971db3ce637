/**
 * Events read by position, by tag or all of them, and the signal that the ledger has grown.
 *
 * <p>Uses rows, damage and tiles. Axon's engine, checks and the query side use it.
 */
@NullMarked
package org.stele.eventstore.read;

import org.jspecify.annotations.NullMarked;
