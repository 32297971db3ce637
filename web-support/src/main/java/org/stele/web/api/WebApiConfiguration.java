package org.stele.web.api;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stele.web.accept.AcceptedForms;
import org.stele.web.actor.ActorArgument;
import org.stele.web.actor.Audiences;
import org.stele.web.actor.Credentials;
import org.stele.web.actor.OperatorsOnly;
import org.stele.web.address.HonestOptions;
import org.stele.web.address.PlainAddresses;
import org.stele.web.body.BodyConverter;
import org.stele.web.body.BodyLimit;
import org.stele.web.body.Pace;
import org.stele.web.body.TimelyHeaders;
import org.stele.web.door.AskedOrigin;
import org.stele.web.door.Door;
import org.stele.web.door.Forwarded;
import org.stele.web.json.WebJson;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.ConnectorProblems;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.ProblemConfiguration;
import org.stele.web.problem.ProblemResponse;
import org.stele.web.quota.QuotaConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** What both applications import for a common JSON, common problems and the actor of a request. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemConfiguration.class, QuotaConfiguration.class})
@PropertySource("classpath:/org/stele/web/api/web.properties")
public class WebApiConfiguration {

    private static final Duration IMPORT_WINDOW = Duration.ofSeconds(30);
    private static final long IMPORT_BYTES_IN_WINDOW = 1L << 20;
    /** Longer than clients and proxies keep theirs: who writes on a connection that is just being closed has no answer. */
    private static final Duration KEPT_OPEN = Duration.ofSeconds(75);

    @Bean
    FilterRegistrationBean<AcceptedForms> acceptedForms() {
        FilterRegistrationBean<AcceptedForms> filter = new FilterRegistrationBean<>(new AcceptedForms());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PlainAddresses> plainAddresses(ProblemResponse problems) {
        FilterRegistrationBean<PlainAddresses> filter = new FilterRegistrationBean<>(new PlainAddresses(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        return filter;
    }

    @Bean
    FilterRegistrationBean<HonestOptions> honestOptions() {
        FilterRegistrationBean<HonestOptions> filter = new FilterRegistrationBean<>(new HonestOptions());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 7);
        return filter;
    }

    /** The demonstration is public unless the operator says otherwise; nothing else is. */
    @Bean
    Audiences audiences(Credentials credentials, Environment environment) {
        return new Audiences(
                credentials,
                environment.getProperty(
                        "stele.public-access", Boolean.class, environment.acceptsProfiles(Profiles.of("demo"))));
    }

    /** After the filters of sign-in, which find who asks. */
    @Bean
    FilterRegistrationBean<OperatorsOnly> operatorsOnly(Credentials credentials, ProblemResponse problems) {
        FilterRegistrationBean<OperatorsOnly> filter =
                new FilterRegistrationBean<>(new OperatorsOnly(credentials, problems));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    JsonMapper webJson() {
        return WebJson.MAPPER;
    }

    @Bean
    ProblemResponse problemResponse(JsonMapper webJson, ObjectProvider<ErrorPage> page) {
        return new ProblemResponse(webJson, page);
    }

    /** @param hosts STELE_HOSTS: names of this service beside the loopback names */
    @Bean
    FilterRegistrationBean<Door> door(
            ProblemResponse problems,
            @Value("${stele.hosts:}") List<String> hosts,
            @Value("${STELE_TRUSTED_PROXY:#{null}}") @Nullable String trustedProxy) {
        FilterRegistrationBean<Door> filter = new FilterRegistrationBean<>(new Door(problems, hosts, trustedProxy));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AskedOrigin> askedOrigin(
            @Value("${STELE_TRUSTED_PROXY:#{null}}") @Nullable String trustedProxy) {
        FilterRegistrationBean<AskedOrigin> filter = new FilterRegistrationBean<>(new AskedOrigin(trustedProxy));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
        return filter;
    }

    @Bean
    Forwarded forwarded(@Value("${STELE_TRUSTED_PROXY:#{null}}") @Nullable String trustedProxy) {
        return new Forwarded(trustedProxy);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            ProblemResponse problems,
            Limits limits,
            @Value("${stele.web.body-within:30s}") Duration commands,
            @Value("${stele.web.import-within:60m}") Duration imports) {
        Pace paceOfImports = new Pace(imports, IMPORT_WINDOW, IMPORT_BYTES_IN_WINDOW);
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(problems, limits, Pace.within(commands), paceOfImports));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> timelyHeaders() {
        return server -> server.setProtocol(TimelyHeaders.class.getName());
    }

    /**
     * Silent connections are closed soon, and many are allowed: each holds little memory.
     *
     * @param silence how long a client may send nothing in the middle of a request
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connections(
            Limits limits, @Value("${stele.web.silence:10s}") Duration silence) {
        String bodyBytes = Long.toString(limits.of(Limit.BODY_BYTES));
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize(limits.count(Limit.BODY_BYTES));
            connector.setProperty("maxSwallowSize", bodyBytes);
            connector.setProperty("connectionTimeout", Long.toString(silence.toMillis()));
            connector.setProperty("keepAliveTimeout", Long.toString(KEPT_OPEN.toMillis()));
            connector.setProperty("maxConnections", Long.toString(limits.of(Limit.CONNECTIONS)));
        });
    }

    /** The container's own refusals become problems like any other. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheConnector() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ConnectorProblems.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer webArguments(Credentials credentials) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument(credentials));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new BodyConverter());
            }
        };
    }
}
