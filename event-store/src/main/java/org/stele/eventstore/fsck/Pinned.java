package org.stele.eventstore.fsck;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.home.Pins.Pin;
import org.stele.eventstore.home.SignedPins;
import org.stele.eventstore.home.SigningHome;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A Pinned is what was kept outside a database, for a full check to compare it with.
 *
 * @param root of an earlier state of the ledger, the latest that is known
 * @param checkpoint the one signed last
 * @param pins of both logs and of the chain of what was signed
 */
public record Pinned(
        @Nullable PinnedRoot root,
        @Nullable SignedCheckpoint checkpoint,
        @Nullable SignedPins pins) {

    public static final Pinned NOTHING = new Pinned(null, null, null);

    /** What a node keeps in its home, as far as it exists. */
    public static Pinned in(SigningHome home) throws IOException {
        SignedCheckpoint checkpoint = home.kept().read().orElse(null);
        SignedPins pins = home.pins().read().orElse(null);
        PinnedRoot root = checkpoint == null
                ? null
                : new PinnedRoot(checkpoint.size(), checkpoint.checkpoint().root());
        Pin pin = pins == null ? Pin.EMPTY : pins.pins().ledger();
        if (pins != null && (root == null || pin.size() > root.size())) {
            root = new PinnedRoot(pin.size(), pin.hash());
        }
        return new Pinned(root, checkpoint, pins);
    }

    /** The same, with another root to compare with. */
    public Pinned with(@Nullable PinnedRoot other) {
        return new Pinned(other, checkpoint, pins);
    }
}
