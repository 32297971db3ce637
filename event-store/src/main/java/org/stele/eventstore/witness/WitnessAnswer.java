package org.stele.eventstore.witness;

import org.stele.ledger.note.NoteSignature;

/** A WitnessAnswer is the result of asking a witness for its cosignature. */
public sealed interface WitnessAnswer {

    /** It cosigned; the line was verified with its key. */
    record Cosigned(NoteSignature line) implements WitnessAnswer {}

    /** Its last cosigned size is another one than the request began from (409). */
    record Knows(long size) implements WitnessAnswer {}

    /** The proof does not lead from the tree that it cosigned (422): it knows another history. */
    record Contradicts(String said) implements WitnessAnswer {}

    /** It did not answer in time, or not as specified. */
    record Silent(String reason) implements WitnessAnswer {}
}
