package org.stele.eventstore;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lookups find what a decision needs and its {@link Tip} does not know. All of it was committed before the tip was loaded
 * and never changes, so that it may be asked for while a batch is being written.
 */
interface Lookups extends AutoCloseable {

    /** Whether this is the history that ends, or once ended, with an event. */
    boolean holds(Anchor anchor) throws SQLException;

    /** The receipts of those commands that are recorded. */
    Map<CommandName, Receipt> receipts(Collection<CommandName> names) throws SQLException;

    /** The submissions, by their index, whose condition an event up to {@code upTo} contradicts. */
    Set<Integer> olderConflicts(List<Submission> submissions, long upTo) throws SQLException;

    /** The last events of those States that have one. */
    Map<String, Tip.StateHead> stateHeads(Collection<String> states) throws SQLException;

    @Override
    void close();
}
