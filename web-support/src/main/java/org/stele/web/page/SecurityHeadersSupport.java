package org.stele.web.page;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.stele.web.door.Forwarded;

/** Adds the security headers to every answer, refusals of other filters included. */
@AutoConfiguration
public class SecurityHeadersSupport {

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(
            @Value("${STELE_TRUSTED_PROXY:#{null}}") @Nullable String trustedProxy) {
        FilterRegistrationBean<SecurityHeaders> filter =
                new FilterRegistrationBean<>(new SecurityHeaders(new Forwarded(trustedProxy)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
