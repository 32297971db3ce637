package org.stele.eventstore.witness;

import org.stele.ledger.note.NoteSignature;

/** A WitnessAnswer is what came of asking a witness for its cosignature. */
public sealed interface WitnessAnswer {

    /** It cosigned; the line was verified with its key. */
    record Cosigned(NoteSignature line) implements WitnessAnswer {}

    /** It cosigned another size last than the request began from (409). */
    record Knows(long size) implements WitnessAnswer {}

    /** The proof does not lead from the tree that it cosigned (422): it holds another history. */
    record Contradicts(String said) implements WitnessAnswer {}

    /** It did not answer in time, or with something else. */
    record Silent(String reason) implements WitnessAnswer {}
}
