package org.stele.command.screening.reopening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerUnavailable;

/** The lock that one node of several holds, as long as its connection lives. For one thread. */
final class ReopenerLock implements AutoCloseable {

    /** STELER in ASCII: any number that nothing else takes. */
    private static final long KEY = 0x5354454C4552L;

    private static final int VALID_SECONDS = 5;

    private final DataSource unpooled;
    private @Nullable Connection holding;

    ReopenerLock(DataSource unpooled) {
        this.unpooled = unpooled;
    }

    /** Whether this node holds the lock, after it tried to get it. */
    boolean isHeld() {
        try {
            if (holding != null && holding.isValid(VALID_SECONDS)) {
                return true;
            }
            close();
            Connection connection = unpooled.getConnection();
            if (take(connection)) {
                holding = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot ask for the lock of those who reopen verdicts", e);
        }
    }

    private static boolean take(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
            statement.setLong(1, KEY);
            try (ResultSet got = statement.executeQuery()) {
                return got.next() && got.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (Connection _ = holding) {
            holding = null;
        } catch (SQLException e) {
            holding = null;
        }
    }
}
