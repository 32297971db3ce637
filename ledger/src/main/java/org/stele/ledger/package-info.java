/**
 * The ledger as arithmetic: leaves, the Merkle tree of RFC 6962 over them, its tiles and its proofs.
 *
 * <p>Nothing here knows a database, a clock or a network, so that whoever checks the ledger can run the very code that
 * wrote it. Tree index = position - 1.
 */
@NullMarked
package org.stele.ledger;

import org.jspecify.annotations.NullMarked;
