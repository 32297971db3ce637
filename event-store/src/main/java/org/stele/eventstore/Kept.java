package org.stele.eventstore;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.signing.Pins.Pin;
import org.stele.eventstore.signing.SignedPins;
import org.stele.eventstore.signing.SigningHome;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A Kept is what was kept outside a database, which a full check holds it against.
 *
 * @param root of an earlier state of the ledger, the furthest that is known
 * @param checkpoint the one signed last
 * @param pins of both logs and of the chain of what was signed
 */
public record Kept(
        @Nullable KeptRoot root,
        @Nullable SignedCheckpoint checkpoint,
        @Nullable SignedPins pins) {

    public static final Kept NOTHING = new Kept(null, null, null);

    /** What a node kept in its home, as far as it did. */
    public static Kept in(SigningHome home) throws IOException {
        SignedCheckpoint checkpoint = home.kept().read().orElse(null);
        SignedPins pins = home.pins().read().orElse(null);
        KeptRoot root = checkpoint == null
                ? null
                : new KeptRoot(checkpoint.size(), checkpoint.checkpoint().root());
        Pin pin = pins == null ? Pin.EMPTY : pins.pins().ledger();
        if (pins != null && (root == null || pin.size() > root.size())) {
            root = new KeptRoot(pin.size(), pin.hash());
        }
        return new Kept(root, checkpoint, pins);
    }

    /** The same, but held against another root. */
    public Kept with(@Nullable KeptRoot other) {
        return new Kept(other, checkpoint, pins);
    }
}
