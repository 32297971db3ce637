package org.stele.eventstore.append.postgres;

import javax.sql.DataSource;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.Reliance;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.read.LedgerSignal;

/** A CredulousWriter relies on a database without examining it, to show what happens then. */
public final class CredulousWriter {

    private CredulousWriter() {}

    /** Starts a sequencer that does not examine the database. */
    public static Sequencer start(DataSource dataSource, LedgerSignal signal, StateTag stateTag) {
        Reliance blind = connection -> new CommitConditions(null);
        NodeSettings node = NodeSettings.defaults(stateTag);
        return Sequencer.start(
                new PostgresStore(dataSource, stateTag, blind), node, node.clockKeeper(), signal, () -> {});
    }
}
