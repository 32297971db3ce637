package org.stele.standalone;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.stele.command.CommandSideConfiguration;
import org.stele.eventstore.signing.SigningRefused;
import org.stele.query.QuerySideConfiguration;
import org.stele.standalone.demo.DemoConfiguration;

/** Both sides in one process, on the database of this installation. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    // First: each side brings a data source of its own only where there is none.
    StandaloneDataSources.class,
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    DemoConfiguration.class,
    ReadyMessage.class
})
public class StandaloneApplication {

    /** Opens the database first: whatever keeps it from opening is said in one line, without a stack trace. */
    static void serve(String[] args) {
        DatabaseHandle handle = open();
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.addInitializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                .registerBean(DatabaseHandle.class, () -> handle));
        application.run(args);
    }

    private static DatabaseHandle open() {
        try {
            return DatabaseHandle.openToServe(SteleHome.fromEnvironment());
        } catch (IOException | SQLException | IllegalArgumentException | SigningRefused e) {
            System.err.println("Stele cannot start: " + e.getMessage());
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }
}
