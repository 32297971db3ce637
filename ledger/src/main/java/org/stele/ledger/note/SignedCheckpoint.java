package org.stele.ledger.note;

import java.util.List;

/** A SignedCheckpoint is a checkpoint and the note that it came in. Its bytes are those of the note. */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

    public SignedCheckpoint {
        if (!checkpoint.text().equals(note.text())) {
            throw new IllegalArgumentException("The note says another thing than the checkpoint");
        }
    }

    public static SignedCheckpoint sign(NoteSigner signer, Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, signer.sign(checkpoint.text()));
    }

    public static SignedCheckpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    public long size() {
        return checkpoint.size();
    }

    /** The same checkpoint with the cosignatures of witnesses below. */
    public SignedCheckpoint with(List<NoteSignature> cosignatures) {
        return new SignedCheckpoint(checkpoint, note.with(cosignatures));
    }

    public byte[] encode() {
        return note.encode();
    }
}
