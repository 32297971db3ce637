package org.stele.identity.session;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Sign-in and sessions. */
@Configuration(proxyBeanMethods = false)
@Import({SessionConfiguration.class, SignInConfiguration.class})
public class SignInSupport {}
