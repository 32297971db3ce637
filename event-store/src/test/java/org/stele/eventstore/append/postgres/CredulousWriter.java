package org.stele.eventstore.append.postgres;

import javax.sql.DataSource;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.Reliance;
import org.stele.eventstore.jdbc.Circumstances;
import org.stele.eventstore.read.LedgerSignal;

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
