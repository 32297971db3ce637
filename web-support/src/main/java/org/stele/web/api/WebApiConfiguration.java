package org.stele.web.api;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stele.web.actor.ActorArgument;
import org.stele.web.json.BodyConverter;
import org.stele.web.json.BodyLimit;
import org.stele.web.json.WebJson;
import org.stele.web.problem.ConnectorProblems;
import org.stele.web.problem.ErrorPage;
import org.stele.web.problem.ProblemConfiguration;
import org.stele.web.problem.ProblemResponse;
import tools.jackson.databind.json.JsonMapper;

/** What both applications import to speak the same JSON, refuse in the same words and know who asks. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemConfiguration.class)
public class WebApiConfiguration {

    @Bean
    JsonMapper webJson() {
        return WebJson.MAPPER;
    }

    @Bean
    ProblemResponse problemResponse(JsonMapper webJson, ObjectProvider<ErrorPage> page) {
        return new ProblemResponse(webJson, page);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemResponse problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /**
     * A refused body is read to its end, up to the largest one taken: a client that still sends would miss the answer.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesReadToTheirEnd() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize((int) BodyLimit.MOST_BYTES);
            connector.setProperty("maxSwallowSize", Long.toString(BodyLimit.MOST_IMPORT_BYTES));
        });
    }

    /** What the container itself refuses is a problem like any other. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheConnector() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ConnectorProblems.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer webArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new BodyConverter());
            }
        };
    }
}
