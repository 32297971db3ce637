package org.stele.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The query side as an application of its own, with the rights of its role alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
@PropertySource("classpath:query-side-application.properties")
public class QuerySideApplication {

    static void main(String[] args) {
        SpringApplication.run(QuerySideApplication.class, args);
    }
}
