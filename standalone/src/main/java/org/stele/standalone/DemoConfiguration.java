package org.stele.standalone;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demonstration: real filings, compiled from press, entered on an empty home. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {}
