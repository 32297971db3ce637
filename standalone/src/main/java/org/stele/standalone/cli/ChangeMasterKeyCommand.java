package org.stele.standalone.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.stele.keys.KeySettings;
import org.stele.keys.MasterKeyChange;
import org.stele.standalone.home.SteleHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Wraps the keys of subjects under another master key. */
@Command(
        name = "change-master-key",
        description =
                "Wraps the keys of subjects under another master key than that of STELE_KEYS_MASTER. Stop every node first."
                        + " An interrupted change is repeated. Afterwards set STELE_KEYS_MASTER to the new one, and destroy"
                        + " the old one with every backup of the store that it opens.",
        mixinStandardHelpOptions = true)
final class ChangeMasterKeyCommand implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MASTER",
            description =
                    "file:PATH (made if it is not there), env:NAME or pkcs12:PATH#ALIAS, whose password is in STELE_KEYS_NEW_MASTER_PASSWORD.")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SteleHome home = SteleHome.fromEnvironment();
        home.requireThereIfNamed();
        KeySettings settings = KeySettings.of(ChangeMasterKeyCommand::variable, home.directory());
        MasterKeyChange change = settings.changeMaster(to, variable("stele.keys-new-master-password"));
        spec.commandLine()
                .getOut()
                .println(
                        "%s keys that were under the master key %s are under %s now. Set STELE_KEYS_MASTER=%s before the next start."
                                .formatted(change.keys(), change.before(), change.after(), to));
        return 0;
    }

    /** The variable of a property's name. */
    private static String variable(String property) {
        String name = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
