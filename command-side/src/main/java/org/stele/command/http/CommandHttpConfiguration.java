package org.stele.command.http;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stele.command.entry.Commands;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.web.actor.Credentials;

/** The beans that endpoints of commands need. */
@Configuration(proxyBeanMethods = false)
@Import({RefusalHandler.class, OpenApiDescription.class, OpenApiCredentials.class})
public class CommandHttpConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CommandResponder receiptDesk(Commands commands) {
        return new CommandResponder(commands);
    }

    @Bean
    WebMvcConfigurer commandArguments(Credentials credentials, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandRequestResolver(credentials, clock));
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(String.class, FilingId.class, FilingId::parse);
                formatters.addConverter(String.class, SubjectRef.class, SubjectRef::parse);
                formatters.addConverter(String.class, Sha256Digest.class, Sha256Digest::new);
            }
        };
    }
}
