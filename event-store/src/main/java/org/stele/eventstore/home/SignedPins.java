package org.stele.eventstore.home;

import java.util.Collection;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.SignedNote;

/** A SignedPins is pins and the note that they came in, so that a copied file proves itself. */
public record SignedPins(Pins pins, SignedNote note) {

    static SignedPins parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedPins(Pins.parse(note.text()), note);
    }

    /** Whether one of these keys of the ledger signed them. */
    public boolean isSignedBy(Collection<NoteKey> keys) {
        return SigningKeys.isSignedBy(note, pins.origin() + Pins.SUFFIX, keys);
    }
}
