package org.stele.web.problem;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Registers the handler of every failure. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemHandler.class)
public class ProblemConfiguration {}
