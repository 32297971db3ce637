package org.stele.query.export;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The exports of the views. */
@Configuration(proxyBeanMethods = false)
@Import({ExportController.class, DueExportController.class, ExportAnswers.class, Views.class})
public class ExportConfiguration {}
