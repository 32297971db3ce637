package org.stele.web.quota;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.stele.web.actor.Credentials;
import org.stele.web.door.Forwarded;
import org.stele.web.limit.Limits;
import org.stele.web.problem.ProblemResponse;

/** The limits, and the filters that hold requests to them. */
@Configuration(proxyBeanMethods = false)
public class QuotaConfiguration {

    @Bean
    Limits limits(Environment environment) {
        return Limits.of(environment::getProperty);
    }

    @Bean
    Requesters requesters(Forwarded forwarded, Credentials credentials) {
        return new Requesters(forwarded, credentials);
    }

    /** @param window STELE_WEB_SILENCE: a client that takes too little for so long is treated as one that takes nothing */
    @Bean
    FilterRegistrationBean<SlowReaders> slowReaders(Limits limits, @Value("${stele.web.silence:10s}") Duration window) {
        FilterRegistrationBean<SlowReaders> filter = new FilterRegistrationBean<>(new SlowReaders(limits, window));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    /** After the door, and before the body is read. */
    @Bean
    FilterRegistrationBean<RequestsOfAddress> requestsOfAddress(
            Requesters requesters, ProblemResponse problems, Limits limits) {
        FilterRegistrationBean<RequestsOfAddress> filter = new FilterRegistrationBean<>(
                new RequestsOfAddress(requesters, problems, limits, TimeMeter.SYSTEM_NANOTIME));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
        return filter;
    }

    /** After the filters of sign-in, which find who asks. */
    @Bean
    FilterRegistrationBean<RequestsOfAccount> requestsOfAccount(
            Requesters requesters, ProblemResponse problems, Limits limits) {
        FilterRegistrationBean<RequestsOfAccount> filter = new FilterRegistrationBean<>(
                new RequestsOfAccount(requesters, problems, limits, TimeMeter.SYSTEM_NANOTIME));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 70);
        return filter;
    }
}
