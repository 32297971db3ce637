package org.stele.command.custody.shredsubjectkey;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.SubjectKeys;

/**
 * Carries out every shredding that is on record: at once when it is asked for, soon where another node recorded it, and all of them at
 * each start and every hour, so that a copy of the store that came back from a backup loses the keys again. Safe for all threads.
 */
final class Shreddings {

    private static final Logger LOG = LoggerFactory.getLogger(Shreddings.class);
    private static final Selection RECORDED = Selection.tag(Tags.CUSTODY + "=" + CustodyMatter.SHREDDING);
    private static final int PAGE = 1_000;

    /** After so many rounds all of them are carried out again. */
    private static final int ROUNDS_OF_NEW_ONES = 720;

    private final LedgerReader ledger;
    private final SubjectKeys keys;
    private long doneUpTo;
    private int rounds;

    Shreddings(LedgerReader ledger, SubjectKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Destroys the key of every shredding that was recorded since the last call. */
    synchronized void carryOut() {
        long head = ledger.head();
        List<StoredEvent> page;
        do {
            page = ledger.read(RECORDED, doneUpTo, head, PAGE);
            for (StoredEvent stored : page) {
                carryOut(stored);
                doneUpTo = stored.position();
            }
        } while (page.size() == PAGE);
    }

    /** An event that is not as it was recorded orders nothing. */
    private void carryOut(StoredEvent stored) {
        if (stored.isIntact()
                && RecordedPayload.of(stored) instanceof SubjectKeyShredded shredded
                && keys.destroy(shredded.key())) {
            LOG.info("The key that event {} names is destroyed", stored.position());
        }
    }

    /** The same, and once an hour of every shredding there is. */
    synchronized void round() {
        if (++rounds % ROUNDS_OF_NEW_ONES == 0) {
            doneUpTo = 0;
        }
        carryOut();
    }
}
