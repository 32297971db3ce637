package org.stele.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.identity.page.VisitorSupport;
import org.stele.identity.session.SignInSupport;

/**
 * Knows who signed in, and offers no page to sign in: for an application whose role reads sessions and tokens, and no password.
 * Another application of the same origin has the pages.
 */
@Configuration(proxyBeanMethods = false)
@Import({SignInSupport.class, VisitorSupport.class})
public class RecognitionConfiguration {}
