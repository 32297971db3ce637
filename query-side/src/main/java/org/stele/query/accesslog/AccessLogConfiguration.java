package org.stele.query.accesslog;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.identity.accesslog.AccessRows;
import org.stele.query.projection.ProjectionSource;
import org.stele.web.actor.Credentials;

/** The access log, read. */
@Configuration(proxyBeanMethods = false)
@Import({AccessLogController.class, AccessLogPageController.class})
public class AccessLogConfiguration {

    @Bean
    AccessLogReaders accessLogReaders(Credentials credentials, @Qualifier("queryDataSource") DataSource database) {
        return new AccessLogReaders(credentials, new AccessRows(database));
    }

    @Bean
    AccessLogCheck accessLogCheck(ProjectionSource source, @Qualifier("queryDataSource") DataSource database) {
        return new AccessLogCheck(source, new AccessRows(database));
    }
}
