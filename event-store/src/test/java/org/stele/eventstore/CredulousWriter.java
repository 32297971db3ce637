package org.stele.eventstore;

import javax.sql.DataSource;

/** A CredulousWriter relies on a database without examining it, to show what comes of that. */
public final class CredulousWriter {

    private CredulousWriter() {}

    /** Starts a sequencer that takes the database as it is. */
    public static Sequencer start(DataSource dataSource, LedgerSignal signal, StateTag stateTag) {
        Reliance blind = connection -> new Circumstances(null);
        Sequencer.Node node = Sequencer.Node.usual(stateTag);
        return Sequencer.start(
                new PostgresStore(dataSource, stateTag, blind), node, node.clockKeeper(), signal, () -> {});
    }
}
