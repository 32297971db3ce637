/**
 * Signed texts and their keys: notes, checkpoints, cosignatures, proof files and policies, as C2SP specifies them
 * (signed-note, tlog-checkpoint, tlog-cosignature, tlog-witness, tlog-proof, tlog-policy).
 *
 * <p>Every parser here refuses what the encoder would not have written.
 */
@NullMarked
package org.stele.ledger.note;

import org.jspecify.annotations.NullMarked;
