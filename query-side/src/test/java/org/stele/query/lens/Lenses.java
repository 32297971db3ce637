package org.stele.query.lens;

import org.stele.events.Audience;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.StateFile;

/** Lenses on events without a ledger. */
public final class Lenses {

    private Lenses() {}

    /** One for which no filing is published. */
    public static EventLens of(Audience audience) {
        return new EventLens(audience, StateFile::empty, (position, state) -> false, new EventDecoder());
    }
}
