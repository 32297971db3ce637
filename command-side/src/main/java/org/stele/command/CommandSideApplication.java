package org.stele.command;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.stele.command.access.accreditations.AccreditationsSlice;
import org.stele.command.access.firstregistrar.FirstRegistrar;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.identity.IdentityConfiguration;

/** The command side as an application of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, IdentityConfiguration.class, FirstRegistrar.class, AccreditationsSlice.class})
@PropertySource("classpath:command-side.properties")
public class CommandSideApplication {

    private static final int IDENTITY_CONNECTIONS = 8;

    /** The command side's role writes accounts too. */
    @Bean
    DataSource identityDataSource(@Qualifier("commandDataSource") DataSource unpooled) {
        LedgerPool pool = new LedgerPool();
        pool.setPoolName("identity");
        pool.setDataSource(unpooled);
        pool.setMaximumPoolSize(IDENTITY_CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    static void main(String[] args) {
        SpringApplication.run(CommandSideApplication.class, args);
    }
}
