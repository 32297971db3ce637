package org.stele.query;

import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.eventstore.schema.LedgerRoles;

/**
 * The query side's data source and clock, unless the application provides beans named {@code queryDataSource} and
 * {@code queryClock}. The data source is of the role {@code stele_query}, which may read the ledger and owns the schema
 * {@code query}.
 */
@Configuration(proxyBeanMethods = false)
class QueryDatabase {

    static final String BEAN = "queryDataSource";

    private static final int MAX_CONNECTIONS = 20;

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    DataSource queryDataSource(Environment environment) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(required(environment, "stele.query.datasource.url", "STELE_DB_URL"));
        database.setUser(environment.getProperty(
                "stele.query.datasource.username", environment.getProperty("STELE_DB_QUERY_USER", LedgerRoles.QUERY)));
        database.setPassword(required(environment, "stele.query.datasource.password", "STELE_DB_QUERY_PASSWORD"));
        database.setApplicationName("stele query-side");
        LedgerPool pool = new LedgerPool();
        pool.setPoolName("query");
        pool.setDataSource(database);
        pool.setMaximumPoolSize(MAX_CONNECTIONS);
        return pool;
    }

    /** The current time, for views that name no date. */
    @Bean
    @ConditionalOnMissingBean(name = "queryClock")
    Clock queryClock() {
        return Clock.systemUTC();
    }

    private static String required(Environment environment, String property, String variable) {
        String value = environment.getProperty(property, environment.getProperty(variable, ""));
        if (value.isBlank()) {
            throw new IllegalStateException(
                    "Set the environment variable %s, or the property %s.".formatted(variable, property));
        }
        return value;
    }
}
