package org.stele.query;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.stele.identity.RecognitionConfiguration;

/** The query side as an application of its own, with the rights of its role alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({QuerySideConfiguration.class, RecognitionConfiguration.class})
@PropertySource("classpath:query-side-application.properties")
public class QuerySideApplication {

    /** Readers are known by their sessions and tokens, which this side's role may read. */
    @Bean
    DataSource identityDataSource(@Qualifier("queryDataSource") DataSource pool) {
        return pool;
    }

    static void main(String[] args) {
        SpringApplication.run(QuerySideApplication.class, args);
    }
}
