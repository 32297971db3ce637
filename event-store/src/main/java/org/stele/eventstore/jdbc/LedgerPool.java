package org.stele.eventstore.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A LedgerPool is a pool of connections. Its users wait for a connection that is in use, but not for a database that
 * does not answer: that fails within half a second.
 */
public final class LedgerPool extends HikariDataSource {

    /** How long to wait for a connection before the cause is checked. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** After a failure no new attempt is made for this time. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private record Failure(SQLException cause, long atNanos) {}

    private volatile @Nullable Failure last;

    public LedgerPool() {
        setConnectionTimeout(LOOK.toMillis());
        setValidationTimeout(LOOK.toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        long start = System.nanoTime();
        while (true) {
            Failure failure = last;
            if (failure != null && System.nanoTime() - failure.atNanos() < QUIET.toNanos()) {
                throw new SQLTransientConnectionException(
                        "The database did not answer just now", failure.cause().getSQLState(), failure.cause());
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                boolean isBusy = e.getCause() == null;
                if (!isBusy) {
                    last = new Failure(e, System.nanoTime());
                }
                if (!isBusy || System.nanoTime() - start > TIMEOUT.toNanos()) {
                    throw e;
                }
            }
        }
    }
}
