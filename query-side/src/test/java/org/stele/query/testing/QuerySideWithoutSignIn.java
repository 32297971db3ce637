package org.stele.query.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.stele.query.QuerySideConfiguration;
import org.stele.web.testing.HeaderActors;

/** The query side as an application whose requests name their actor in headers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({QuerySideConfiguration.class, HeaderActors.class})
@PropertySource("classpath:query-side-application.properties")
public class QuerySideWithoutSignIn {}
