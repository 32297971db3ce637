package org.stele.command.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.stele.command.CommandSideConfiguration;
import org.stele.web.testing.HeaderActors;

/** The command side as an application whose requests name their actor in headers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, HeaderActors.class})
@PropertySource("classpath:command-side.properties")
public class CommandSideWithoutSignIn {}
