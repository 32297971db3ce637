package org.stele.query.lens;

import javax.sql.DataSource;

/** The connections of the role that reads bodies and salts. {@link SeenEvents} alone takes them out of here. */
public final class BodySource implements AutoCloseable {

    private final DataSource dataSource;

    public BodySource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Closes the pool, where it is one. */
    @Override
    public void close() throws Exception {
        if (dataSource instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
