package org.stele.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;

/**
 * The connections of the role that folds the ledger into read tables, for no audience. What is folded leaves through lenses, and
 * nothing that answers a request holds this.
 */
public final class ProjectionSource implements AutoCloseable {

    private final DataSource dataSource;

    public ProjectionSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The same outside any pool, for a connection that is kept. */
    DataSource unpooled() {
        return dataSource instanceof HikariDataSource pool && pool.getDataSource() != null
                ? pool.getDataSource()
                : dataSource;
    }

    public LedgerReader ledger() {
        return new LedgerReader(dataSource);
    }

    public LedgerBulkReader scan() {
        return new LedgerBulkReader(dataSource);
    }

    /** Closes the pool, where it is one. */
    @Override
    public void close() throws Exception {
        if (dataSource instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
