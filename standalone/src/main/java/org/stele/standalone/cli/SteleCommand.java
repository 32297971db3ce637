package org.stele.standalone.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that do something else than serve. */
@Command(
        name = "stele",
        description = "A ledger of what Member States file under S/RES/2397 (2017), paragraph 8. "
                + "Without a command it serves on http://127.0.0.1:8080 (STELE_PORT) and keeps all under STELE_HOME.",
        mixinStandardHelpOptions = true,
        versionProvider = SteleVersion.class,
        subcommands = {AcceptRootCommand.class, FsckCommand.class, ImportCommand.class, MigrateCommand.class})
public final class SteleCommand {

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    /** Whether these arguments are for a command. Options in long form are Spring's, such as {@code --server.port=9090}. */
    public static boolean isFor(String[] args) {
        return args.length > 0 && (!args[0].startsWith("-") || HELP.contains(args[0]));
    }

    /** Runs the command and returns its exit code: 0 done, 1 found or refused something, 2 wrong use, 3 not reachable. */
    public static int execute(String[] args) {
        return new CommandLine(new SteleCommand())
                .setExecutionExceptionHandler((failure, commandLine, result) -> {
                    commandLine.getErr().println(commandLine.getCommandName() + ": " + failure.getMessage());
                    return failure instanceof java.io.IOException ? 3 : 1;
                })
                .execute(args);
    }
}
