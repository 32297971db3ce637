package org.stele.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The query side as an application of its own. */
@SpringBootApplication
public class QuerySideApplication {

    static void main(String[] args) {
        SpringApplication.run(QuerySideApplication.class, args);
    }
}
