package org.stele.web.tls;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives the settings of TLS to Spring Boot before anything is started. */
public final class TlsSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            TlsFiles.of(environment)
                    .ifPresent(files ->
                            environment.getPropertySources().addLast(new MapPropertySource("tls", files.properties())));
        } catch (IllegalArgumentException e) {
            System.err.println("Stele cannot start: " + e.getMessage());
            System.exit(2);
        }
    }
}
