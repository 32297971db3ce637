package org.stele.query.across;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.read.LedgerBulkReader;

/** The index of subjects. */
@Configuration(proxyBeanMethods = false)
public class AcrossConfiguration {

    /** STELE_PROTECTION_KEY names the file of the key, by default protection-key in STELE_HOME; the command side makes it. */
    @Bean
    SubjectRegister subjectRegister(@Qualifier("queryDataSource") DataSource dataSource, Environment environment) {
        String named = environment.getProperty("stele.protection-key", "");
        String home = environment.getProperty("stele.home", "");
        Path file = named.isBlank()
                ? Path.of(home.isBlank() ? "stele-data" : home).resolve("protection-key")
                : Path.of(named);
        return new SubjectRegister(new LedgerBulkReader(dataSource), file);
    }
}
