package org.stele.identity.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.web.actor.Credentials;
import org.stele.web.page.PageModule;
import org.stele.web.page.Visitors;

/** The pages of sign-in, and who looks at every page. */
@Configuration(proxyBeanMethods = false)
@Import(SignInController.class)
public class SignInPages {

    public static final PageModule MODULE = new PageModule("org.stele.identity.jte", "org.stele.identity.messages");

    @Bean
    PageModule identityPageModule() {
        return MODULE;
    }

    @Bean
    Visitors visitors(Credentials credentials) {
        return new SignedInVisitors(credentials);
    }
}
