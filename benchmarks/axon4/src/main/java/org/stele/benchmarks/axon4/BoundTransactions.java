package org.stele.benchmarks.axon4;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.ConnectionCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** BoundTransactions bind one connection of a pool to the thread for as long as its transaction lasts. */
final class BoundTransactions implements TransactionManager {

    private static final ConnectionCloseHandler LEFT_OPEN = new ConnectionCloseHandler() {
        @Override
        public void close(Connection connection) {
            // The transaction closes it.
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
        }
    };

    private final DataSource pool;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    BoundTransactions(DataSource pool) {
        this.pool = pool;
    }

    /** The connection of the running transaction; closing it leaves it to the transaction. */
    Connection connection() {
        return ConnectionWrapperFactory.wrap(requireNonNull(bound.get(), "a running transaction"), LEFT_OPEN);
    }

    @Override
    public Transaction startTransaction() {
        try {
            bound.set(pool.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The pool gave no connection", e);
        }
        return new Transaction() {
            @Override
            public void commit() {
                end(Connection::commit);
            }

            @Override
            public void rollback() {
                end(Connection::rollback);
            }
        };
    }

    @FunctionalInterface
    private interface Ending {
        void apply(Connection connection) throws SQLException;
    }

    private void end(Ending ending) {
        try (Connection connection = requireNonNull(bound.get(), "a running transaction")) {
            ending.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The transaction could not be ended", e);
        } finally {
            bound.remove();
        }
    }
}
