package org.stele.ledger.sample;

import org.stele.ledger.Leaf;
import org.stele.ledger.evidence.Disclosure;

/** A SampleEvent is one event with all that is known of it. */
public record SampleEvent(Leaf leaf, byte[] salt, byte[] body) {

    public Disclosure opened() {
        return new Disclosure.Opened(salt, body);
    }
}
