package org.stele.query.withheld;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Leaf;
import org.stele.statefile.AttestationReading;

/** What one reader may see: an event whole, or not at all. Every output of the query side uses it. */
public final class Sight {

    private final LongPredicate withheld;
    private final @Nullable Actor reader;

    /** @param withheld whether the event at a position is withheld from the public */
    Sight(LongPredicate withheld, @Nullable Actor reader) {
        this.withheld = withheld;
        this.reader = reader;
    }

    public boolean shows(StoredEvent event) {
        return !withheld.test(event.position()) || mayReadOf(stateOf(event));
    }

    public boolean shows(Leaf leaf) {
        return !withheld.test(leaf.position()) || mayReadOf(leaf.state());
    }

    public boolean shows(AttestationReading filing, MemberState state) {
        return !withheld.test(filing.version().position()) || mayReadOf(state.iso3());
    }

    /** The State in the leaf, which is public, and not the one in the body, which may be damaged. */
    private static @Nullable String stateOf(StoredEvent event) {
        try {
            return Leaf.parse(event.leaf()).state();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean mayReadOf(@Nullable String iso3) {
        if (reader == null) {
            return false;
        }
        MemberState own = reader.memberState();
        return own == null || own.iso3().equals(iso3);
    }

    /** Equal for readers who may see the same. */
    public String tag() {
        if (reader == null) {
            return "public";
        }
        MemberState own = reader.memberState();
        return own == null ? "all" : own.iso3();
    }
}
