package org.stele.standalone;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.Database.Credentials;
import org.stele.standalone.home.DatabaseHandle;

/** The connections of the two sides, each under its own role. */
@Configuration(proxyBeanMethods = false)
class StandaloneDataSources {

    private static final int QUERY_CONNECTIONS = 20;
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
