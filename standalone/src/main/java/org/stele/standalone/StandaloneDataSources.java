package org.stele.standalone;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.standalone.home.Database;
import org.stele.standalone.home.DatabaseHandle;

/** The connections of the two sides, each under its own role. */
@Configuration(proxyBeanMethods = false)
class StandaloneDataSources {

    private static final int QUERY_CONNECTIONS = 20;

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
        Database database = handle.database();
        LedgerPool pool = new LedgerPool();
        pool.setPoolName("query");
        pool.setDataSource(database.dataSource(database.query()));
        pool.setMaximumPoolSize(QUERY_CONNECTIONS);
        return pool;
    }
}
