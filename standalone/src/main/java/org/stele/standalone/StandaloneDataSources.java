package org.stele.standalone;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.query.lens.BodySource;
import org.stele.query.projection.ProjectionSource;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.Database.Credentials;
import org.stele.standalone.home.DatabaseHandle;

/** The connections of the two sides, each under its own role. */
@Configuration(proxyBeanMethods = false)
class StandaloneDataSources {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneDataSources.class);
    private static final int QUERY_CONNECTIONS = 16;
    private static final int BODY_CONNECTIONS = 8;
    private static final int PROJECTING_CONNECTIONS = 12;
    private static final int IDENTITY_CONNECTIONS = 8;

    /** Unpooled: that side keeps the connections that it opens. */
    @Bean
    DataSource commandDataSource(DatabaseHandle handle) {
        Database database = handle.database();
        return database.dataSource(database.command());
    }

    @Bean
    DatabaseHealth databaseHealthIndicator(DatabaseHandle handle) {
        return new DatabaseHealth(handle);
    }

    @Bean
    DataSource queryDataSource(DatabaseHandle handle) {
        return pool("query", handle.database().query(), QUERY_CONNECTIONS, handle);
    }

    @Bean(destroyMethod = "close")
    BodySource bodySource(DatabaseHandle handle) {
        if (handle.database().bodies().equals(handle.database().query())) {
            LOG.warn(
                    "One role of the database serves readers, reads bodies and folds: nothing in the database keeps them"
                            + " apart. Make the other two (docs/operating/postgresql.md).");
        }
        return new BodySource(pool("bodies", handle.database().bodies(), BODY_CONNECTIONS, handle));
    }

    @Bean(destroyMethod = "close")
    ProjectionSource projectionSource(DatabaseHandle handle) {
        return new ProjectionSource(pool("projection", handle.database().projection(), PROJECTING_CONNECTIONS, handle));
    }

    @Bean
    DataSource identityDataSource(DatabaseHandle handle) {
        return pool("identity", handle.database().command(), IDENTITY_CONNECTIONS, handle);
    }

    private static DataSource pool(String name, Credentials role, int connections, DatabaseHandle handle) {
        LedgerPool pool = new LedgerPool();
        pool.setPoolName(name);
        pool.setDataSource(handle.database().dataSource(role));
        pool.setMaximumPoolSize(connections);
        return pool;
    }
}
