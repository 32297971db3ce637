package org.stele.query;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Where the query side finds its database, unless the application brings a bean named {@code queryDataSource}: a data
 * source of the role {@code stele_query}, which may read the ledger and owns the schema {@code query}.
 */
@Configuration(proxyBeanMethods = false)
class QueryDatabase {

    static final String BEAN = "queryDataSource";

    /** Have the driver transfer bytes in binary from a statement's first execution. */
    private static final int BINARY_AT_ONCE = -1;

    private static final int MOST_CONNECTIONS = 20;

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    DataSource queryDataSource(Environment environment) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(required(environment, "stele.query.datasource.url", "STELE_DB_URL"));
        database.setUser(required(environment, "stele.query.datasource.username", "STELE_DB_QUERY_USER"));
        database.setPassword(required(environment, "stele.query.datasource.password", "STELE_DB_QUERY_PASSWORD"));
        database.setApplicationName("stele query-side");
        database.setPrepareThreshold(BINARY_AT_ONCE);
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("query");
        pool.setDataSource(database);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        return pool;
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
