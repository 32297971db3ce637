package org.stele.query.projection.rows;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.custody.CustodyMatter;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.rows.StateFileRows.Progress;

/**
 * Tells whether the stored files still hold what was removed from the ledger by order since they were folded: then everything is to be
 * folded anew. Used by one thread.
 */
public final class Redactions {

    private final LedgerReader ledger;
    private final StateFileRows rows;

    /** The positions of the orders that the files follow. */
    private final Set<Long> followed = new HashSet<>();

    /** @param ledger read as the role that folds */
    public Redactions(LedgerReader ledger, StateFileRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    /** Whether there is an order that the files do not follow yet. */
    public boolean isWaiting() {
        boolean waiting = false;
        for (AcceptedDamage decision : ledger.acceptedDamage().values()) {
            if (decision.isRedaction() && !followed.contains(decision.by())) {
                if (isStillOnFile(decision)) {
                    waiting = true;
                } else {
                    followed.add(decision.by());
                }
            }
        }
        return waiting;
    }

    /** After everything was folded anew: what could not be folded then is held back, and waits for an operator. */
    public void followed() {
        ledger.acceptedDamage().values().stream()
                .filter(AcceptedDamage::isRedaction)
                .forEach(decision -> followed.add(decision.by()));
    }

    private boolean isStillOnFile(AcceptedDamage redaction) {
        Progress progress = rows.progress();
        MemberState memberState = memberState(redaction.position());
        return memberState != null
                && redaction.position() <= progress.position()
                && !rows.things()
                        .isOmitted(
                                progress.generation(), memberState, CustodyMatter.REDACTION.idAt(redaction.position()));
    }

    private @Nullable MemberState memberState(long position) {
        StoredEvent stored = ledger.at(position);
        String iso3 = stored == null ? null : stored.requireLeaf().state();
        return iso3 == null ? null : MemberState.find(iso3).orElse(null);
    }
}
