/**
 * The arithmetic of the ledger: leaves, the Merkle tree of RFC 6962 over them, its tiles and its proofs.
 *
 * <p>Nothing here depends on a database, a clock or a network, so a verifier can run the same code that wrote the
 * ledger. Tree index = position - 1.
 */
@NullMarked
package org.stele.ledger;

import org.jspecify.annotations.NullMarked;
