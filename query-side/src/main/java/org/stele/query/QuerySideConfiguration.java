package org.stele.query;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.query.accesslog.AccessLogConfiguration;
import org.stele.query.across.AcrossConfiguration;
import org.stele.query.api.QueryApiConfiguration;
import org.stele.query.export.ExportConfiguration;
import org.stele.query.lens.LensConfiguration;
import org.stele.query.log.LogConfiguration;
import org.stele.query.projection.ProjectionConfiguration;
import org.stele.query.screening.ScreeningConfiguration;
import org.stele.query.view.ViewConfiguration;
import org.stele.web.api.WebApiConfiguration;

/**
 * The whole query side, imported by an application alone or beside the command side. It scans no packages; its beans of
 * common types have names that begin with {@code query}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    QueryDefaults.class,
    ProjectionConfiguration.class,
    AcrossConfiguration.class,
    ViewConfiguration.class,
    LensConfiguration.class,
    QueryApiConfiguration.class,
    ScreeningConfiguration.class,
    ExportConfiguration.class,
    LogConfiguration.class,
    AccessLogConfiguration.class,
    QueryPages.class,
    WebApiConfiguration.class
})
public class QuerySideConfiguration {}
