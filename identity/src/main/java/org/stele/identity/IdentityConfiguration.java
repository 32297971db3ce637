package org.stele.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.identity.page.SignInPages;
import org.stele.identity.program.TokenEndpoint;
import org.stele.identity.provider.OidcConfiguration;
import org.stele.identity.session.SignInSupport;

/**
 * Sign-in, for an application with a data source named {@code identityDataSource}, whose role may read the schema
 * {@code identity} and write its sessions.
 */
@Configuration(proxyBeanMethods = false)
@Import({SignInSupport.class, SignInPages.class, TokenEndpoint.class, OidcConfiguration.class})
public class IdentityConfiguration {}
