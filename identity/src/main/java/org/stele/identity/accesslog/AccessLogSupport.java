package org.stele.identity.accesslog;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.stele.identity.accesslog.AccessEntry.What;

/** The access log of this node: its writer, its filter and its health. */
@Configuration(proxyBeanMethods = false)
public class AccessLogSupport {

    @Bean
    AccessRows accessRows(@Qualifier("identityDataSource") DataSource database) {
        return new AccessRows(database);
    }

    @Bean
    AccessLog accessLog(AccessRows rows) {
        return new AccessLog(rows, Clock.systemUTC());
    }

    /** After the door, and before the filters of sessions and sign-in. */
    @Bean
    FilterRegistrationBean<AccessLogFilter> accessLogFilter(AccessLog log) {
        FilterRegistrationBean<AccessLogFilter> filter = new FilterRegistrationBean<>(new AccessLogFilter(log));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 44);
        return filter;
    }

    @Bean
    AccessLogHealth accessLogHealthIndicator(AccessLog log) {
        return new AccessLogHealth(log, Clock.systemUTC());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startIsLogged(AccessLog log, Environment environment) {
        return _ -> log.record(
                What.START,
                AccessEntry.DONE,
                null,
                null,
                environment.getProperty("spring.application.name", "stele") + "\n" + StartSettings.of(System.getenv()));
    }
}
