package org.stele.eventstore.append;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;

/**
 * Lookups read what a check needs and the {@link WriterState} does not know. All of it was committed before the writer
 * state was loaded and never changes, so it may be read while a batch is being written.
 */
public interface Lookups extends AutoCloseable {

    /** Whether the database holds this event of the history. */
    boolean holds(LastCommitted lastCommitted) throws SQLException;

    /** The receipts of those of the commands that are recorded. */
    Map<CommandName, AppendReceipt> receipts(Collection<CommandName> names) throws SQLException;

    /** The submissions, by their index, whose condition an event up to {@code upTo} contradicts. */
    Set<Integer> olderConflicts(List<Submission> submissions, long upTo) throws SQLException;

    /** The last events of those States that have one. */
    Map<String, WriterState.StateHead> stateHeads(Collection<String> states) throws SQLException;

    @Override
    void close();
}
