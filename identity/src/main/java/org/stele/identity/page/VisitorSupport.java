package org.stele.identity.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.web.actor.Credentials;
import org.stele.web.page.Visitors;

/** Who looks at every page. */
@Configuration(proxyBeanMethods = false)
public class VisitorSupport {

    @Bean
    Visitors visitors(Credentials credentials) {
        return new SignedInVisitors(credentials);
    }
}
