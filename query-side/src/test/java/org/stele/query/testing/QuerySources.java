package org.stele.query.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.stele.query.lens.BodySource;
import org.stele.query.projection.ProjectionSource;

/** The connections of the query side to a test ledger, each under its own role. */
@TestConfiguration(proxyBeanMethods = false)
public class QuerySources {

    @Bean
    DataSource queryDataSource(TestLedger ledger) {
        return pool(ledger.database().query());
    }

    @Bean(destroyMethod = "close")
    BodySource bodySource(TestLedger ledger) {
        return new BodySource(pool(ledger.database().bodies()));
    }

    @Bean(destroyMethod = "close")
    ProjectionSource projectionSource(TestLedger ledger) {
        return new ProjectionSource(pool(ledger.database().projection()));
    }

    private static HikariDataSource pool(DataSource role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(role);
        return pool;
    }
}
