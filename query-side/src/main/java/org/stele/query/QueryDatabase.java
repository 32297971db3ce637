package org.stele.query;

import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.query.lens.BodySource;
import org.stele.query.projection.ProjectionSource;

/**
 * The query side's data sources and clock, unless the application provides beans of their names and types. The data source
 * {@code queryDataSource} is of the role {@code stele_query}, which serves readers and reads no body. Where the operator names no
 * roles for bodies and for the projection, it is used for both, as in versions that had one role.
 */
@Configuration(proxyBeanMethods = false)
class QueryDatabase {

    static final String BEAN = "queryDataSource";

    private static final Logger LOG = LoggerFactory.getLogger(QueryDatabase.class);
    private static final int SERVING_CONNECTIONS = 16;
    private static final int BODY_CONNECTIONS = 8;
    private static final int PROJECTING_CONNECTIONS = 12;

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    DataSource queryDataSource(Environment environment) {
        String user = environment.getProperty(
                "stele.query.datasource.username", environment.getProperty("STELE_DB_QUERY_USER", LedgerRoles.QUERY));
        String password = required(environment, "stele.query.datasource.password", "STELE_DB_QUERY_PASSWORD");
        return pool(environment, "query", user, password, SERVING_CONNECTIONS);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    BodySource bodySource(Environment environment, @Qualifier(BEAN) DataSource serving) {
        DataSource own = ofRole(environment, "BODIES", LedgerRoles.BODIES, BODY_CONNECTIONS);
        if (own == null) {
            LOG.warn(
                    "One role of the database serves readers, reads bodies and folds: nothing in the database keeps them"
                            + " apart. Make the other two (docs/operating/postgresql.md).");
        }
        return new BodySource(own == null ? serving : own);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    ProjectionSource projectionSource(Environment environment, @Qualifier(BEAN) DataSource serving) {
        DataSource own = ofRole(environment, "PROJECTION", LedgerRoles.PROJECTION, PROJECTING_CONNECTIONS);
        return new ProjectionSource(own == null ? serving : own);
    }

    /** The current time, for views that name no date. */
    @Bean
    @ConditionalOnMissingBean(name = "queryClock")
    Clock queryClock() {
        return Clock.systemUTC();
    }

    /** Null where the operator gives no password for the role. */
    private static @Nullable DataSource ofRole(Environment environment, String name, String role, int connections) {
        String password = environment.getProperty("STELE_DB_" + name + "_PASSWORD", "");
        return password.isBlank()
                ? null
                : pool(
                        environment,
                        name.toLowerCase(Locale.ROOT),
                        environment.getProperty("STELE_DB_" + name + "_USER", role),
                        password,
                        connections);
    }

    private static DataSource pool(
            Environment environment, String name, String user, String password, int connections) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(required(environment, "stele.query.datasource.url", "STELE_DB_URL"));
        database.setUser(user);
        database.setPassword(password);
        database.setApplicationName("stele query-side");
        LedgerPool pool = new LedgerPool();
        pool.setPoolName(name);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(connections);
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
