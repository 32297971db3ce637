package org.stele.command.axon;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.eventstore.schema.LedgerRoles;

/**
 * The command side's data source, unless the application provides a bean named {@code commandDataSource}: an unpooled
 * data source of the role {@code stele_command}.
 */
@Configuration(proxyBeanMethods = false)
class CommandDatabase {

    static final String BEAN = "commandDataSource";

    @Bean(BEAN)
    @ConditionalOnMissingBean(name = BEAN)
    DataSource commandDataSource(Environment environment) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(required(environment, "stele.command.datasource.url", "STELE_DB_URL"));
        database.setUser(environment.getProperty(
                "stele.command.datasource.username",
                environment.getProperty("STELE_DB_COMMAND_USER", LedgerRoles.COMMAND)));
        database.setPassword(required(environment, "stele.command.datasource.password", "STELE_DB_COMMAND_PASSWORD"));
        database.setApplicationName("stele command-side");
        return database;
    }

    private static String required(Environment environment, String property, String variable) {
        String value = environment.getProperty(property, environment.getProperty(variable, ""));
        if (value.isBlank()) {
            throw new IllegalStateException(
                    "Set the environment variable %s, or the property %s.".formatted(variable, property));
        }
        return value;
    }
}
