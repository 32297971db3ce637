package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.jdbc.CommitConditions;
import org.stele.eventstore.jdbc.SessionSettings;

/** A GatedReliance keeps the gate closed while anything that it examines is not as required. */
public record GatedReliance(WriteGate gate, Durability durability) implements Reliance {

    /** More findings come only where the ledger's tables were dropped, and add nothing. */
    private static final int MAX_NAMED = 5;

    @Override
    public CommitConditions examine(Connection connection) throws SQLException {
        // First: a change during the examination is then detected at the first commit.
        CommitConditions conditions = CommitConditions.read(connection);
        String wrong = wrong(connection, durability);
        if (!wrong.isEmpty()) {
            gate.close(Keeper.GUARDS, wrong);
            throw new LedgerUnavailable(wrong);
        }
        gate.open(Keeper.GUARDS);
        return conditions;
    }

    /** For a writer without a gate. */
    public static void require(Connection connection, Durability durability) throws SQLException {
        String wrong = wrong(connection, durability);
        if (!wrong.isEmpty()) {
            throw new LedgerUnavailable(wrong);
        }
    }

    /** Empty when everything is as required. */
    private static String wrong(Connection connection, Durability durability) throws SQLException {
        List<String> wrongs = new ArrayList<>(durability.off(connection));
        wrongs.addAll(SessionSettings.wrongs(connection));
        wrongs.addAll(LedgerGuards.wrongs(connection));
        if (wrongs.isEmpty()) {
            return "";
        }
        String named = String.join("; ", wrongs.subList(0, Math.min(MAX_NAMED, wrongs.size())));
        return "The database is not as the ledger must rely on it: " + named
                + (wrongs.size() > MAX_NAMED ? "; and " + (wrongs.size() - MAX_NAMED) + " more" : "");
    }
}
