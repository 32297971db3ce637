/**
 * What is signed, and by whom: notes, checkpoints, cosignatures, proof files and policies, as C2SP writes them down
 * (signed-note, tlog-checkpoint, tlog-cosignature, tlog-witness, tlog-proof, tlog-policy).
 *
 * <p>Whatever is parsed here is refused if it is not exactly what the encoder would have written.
 */
@NullMarked
package org.stele.ledger.note;

import org.jspecify.annotations.NullMarked;
