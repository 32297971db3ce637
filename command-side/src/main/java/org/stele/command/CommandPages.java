package org.stele.command;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.web.page.PageModule;

/** Registers the command side's templates and messages with the page support. */
@Configuration(proxyBeanMethods = false)
public class CommandPages {

    public static final PageModule MODULE = new PageModule("org.stele.command.jte", "org.stele.command.messages");

    @Bean
    PageModule commandPageModule() {
        return MODULE;
    }
}
