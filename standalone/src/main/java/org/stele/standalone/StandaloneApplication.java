package org.stele.standalone;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.stele.command.CommandSideConfiguration;
import org.stele.command.access.accreditations.AccreditationsSlice;
import org.stele.command.access.firstregistrar.FirstRegistrar;
import org.stele.command.signing.SigningConfiguration;
import org.stele.eventstore.guard.UnsafeDatabase;
import org.stele.eventstore.home.SigningRefused;
import org.stele.identity.IdentityConfiguration;
import org.stele.identity.provider.OutsideProvider;
import org.stele.keys.KeySettings;
import org.stele.keys.KeysUnavailable;
import org.stele.query.QuerySideConfiguration;
import org.stele.standalone.demo.DemoConfiguration;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.Reason;
import org.stele.standalone.home.Setting;
import org.stele.standalone.home.SteleHome;
import org.stele.web.door.Door;

/** Both sides in one process, on the database of this installation. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    // First: each side creates a data source only where there is none.
    StandaloneDataSources.class,
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    IdentityConfiguration.class,
    FirstRegistrar.class,
    AccreditationsSlice.class,
    DemoConfiguration.class,
    ReadyMessage.class
})
public class StandaloneApplication {

    /** Checks the settings and opens the database first: what prevents the start is reported without a stack trace. */
    static void serve(String[] args) {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.addInitializers(context -> prepare((GenericApplicationContext) context));
        application.run(args);
    }

    private static void prepare(GenericApplicationContext context) {
        try {
            DatabaseHandle handle = open(context);
            context.registerBean(DatabaseHandle.class, () -> handle);
        } catch (Misconfigured | FileSystemException e) {
            end(e, 2);
        } catch (IOException | SQLException | IllegalArgumentException | SigningRefused | UnsafeDatabase e) {
            end(e, 1);
        }
    }

    private static DatabaseHandle open(GenericApplicationContext context) throws IOException, SQLException {
        Map<String, String> variables = System.getenv();
        Setting.requireFilled(variables);
        Setting.requireReadable(variables);
        for (String name : Setting.unknown(variables)) {
            System.err.println(name + " is set and is no setting of Stele: see docs/operating/settings.md");
        }
        Doorway.requireFree(context.getEnvironment());
        SteleHome home = SteleHome.fromEnvironment();
        requireHosts(context.getEnvironment());
        requireProvider(context.getEnvironment());
        requireSigning(() -> SigningConfiguration.requireReadable(context.getEnvironment()));
        requireKeys(context.getEnvironment(), home);
        Demonstration.settle(context.getEnvironment(), variables);
        // The health watches the disk of the home, which is the one that fills up.
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "home",
                        Map.of(
                                "management.health.diskspace.path",
                                home.directory().toString())));
        DatabaseHandle handle = DatabaseHandle.openToServe(home);
        try {
            requireSigning(() -> SigningConfiguration.requireUsable(context.getEnvironment()));
            return handle;
        } catch (Misconfigured e) {
            handle.close();
            throw e;
        }
    }

    private static void requireHosts(Environment environment) {
        try {
            Door.requireNames(environment.getProperty("stele.hosts", String[].class, new String[0]));
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireProvider(Environment environment) {
        try {
            OutsideProvider.requireReadable(environment);
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireKeys(Environment environment, SteleHome home) {
        if (Files.exists(home.directory()) && !Files.isDirectory(home.directory())) {
            // What opens the home says so.
            return;
        }
        try {
            KeySettings.of(name -> environment.getProperty(name, ""), home.directory())
                    .requireUsable();
        } catch (IOException | KeysUnavailable | IllegalArgumentException e) {
            throw new Misconfigured("STELE_KEYS_URL, STELE_KEYS_MASTER: " + Reason.of(e), e);
        }
    }

    private static void requireSigning(Runnable check) {
        try {
            check.run();
        } catch (SigningRefused e) {
            throw new Misconfigured(String.valueOf(e.getMessage()), e);
        }
    }

    private static void end(Exception failure, int exitCode) {
        System.err.println("Stele cannot start: " + Reason.of(failure));
        System.exit(exitCode);
    }
}
