package org.stele.verifier;

import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/** An EventSink receives the events that a bundle is about, in order, each after it was checked. */
@FunctionalInterface
interface EventSink {

    EventSink NONE = (leaf, leafHash, shown) -> {};

    /** @param shown what the bundle shows: the type of an opened event, or {@code withheld} or {@code redacted by N} */
    void event(Leaf leaf, Hash leafHash, Shown shown);

    /** What a bundle shows of one event. */
    record Shown(String kind, String what) {}
}
