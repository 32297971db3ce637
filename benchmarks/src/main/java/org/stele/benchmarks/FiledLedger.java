package org.stele.benchmarks;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;

/** A FiledLedger fills an empty ledger with what States file, through the engine itself. */
final class FiledLedger {

    /** The State with a fixed share. */
    static final MemberState LARGE = MemberState.RUS;

    /** The share of all events that is about it. */
    static final double LARGE_SHARE = 0.045;

    private static final int EVENTS_A_COMMAND = 1_000;

    private FiledLedger() {}

    /** Appends some number of events, about 5 in 100 of them about one State. */
    static void fill(LedgerDatabase database, long events, long seed) throws SQLException {
        StateFilings filings = new StateFilings(seed, LARGE, LARGE_SHARE);
        Iterator<List<StateEvent>> commands = LongStream.iterate(
                        events, left -> left > 0, left -> left - EVENTS_A_COMMAND)
                .mapToObj(left -> filings.next((int) Math.min(EVENTS_A_COMMAND, left)))
                .iterator();
        try (LedgerFeed feed = LedgerFeed.open(database)) {
            long head = feed.append(commands);
            if (head != events) {
                throw new IllegalStateException("Expected " + events + " events, and the head is " + head);
            }
        }
        LedgerFeed.settle(database);
    }
}
