package org.stele.command.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.command.CommandSideConfiguration;
import org.stele.identity.account.Accounts;
import org.stele.web.testing.HeaderActors;

/** The command side as an application whose requests name their actor in headers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, HeaderActors.class})
@PropertySource("classpath:command-side.properties")
public class CommandSideWithoutSignIn {

    @Bean
    Accounts accounts(@Qualifier("commandDataSource") DataSource database) {
        return new Accounts(JdbcClient.create(database));
    }
}
