package org.stele.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.web.page.PageModule;

/** Tells the pages' support where the query side's templates and words are. */
@Configuration(proxyBeanMethods = false)
public class QueryPages {

    public static final PageModule MODULE = new PageModule("org.stele.query.jte", "org.stele.query.words");

    @Bean
    PageModule queryPageModule() {
        return MODULE;
    }
}
