package org.stele.query.across;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.keys.KeySettings;
import org.stele.query.projection.ProjectionSource;

/** The index of subjects. */
@Configuration(proxyBeanMethods = false)
public class AcrossConfiguration {

    /** The keys are where the command side makes them (STELE_KEYS_URL, STELE_KEYS_MASTER); this side only reads. */
    @Bean
    SubjectRegister subjectRegister(ProjectionSource source, Environment environment) {
        String home = environment.getProperty("stele.home", "");
        KeySettings settings = KeySettings.of(
                name -> Objects.requireNonNull(environment.getProperty(name, "")),
                Path.of(home.isBlank() ? "stele-data" : home));
        return new SubjectRegister(source.scan(), source.ledger(), settings);
    }
}
