package org.stele.standalone.cli;

import java.util.concurrent.Callable;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.home.SteleHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Migrates a database to the version that this program needs, and ends. */
@Command(
        name = "migrate",
        description =
                "Makes the roles (with STELE_DB_SUPERUSER_PASSWORD) and the tables (with STELE_DB_OWNER_PASSWORD) "
                        + "where they are missing. Repeating it changes nothing.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (DatabaseHandle handle = DatabaseHandle.openToServe(SteleHome.fromEnvironment())) {
            spec.commandLine().getOut().println("Migrated " + handle.database().url());
            return 0;
        }
    }
}
