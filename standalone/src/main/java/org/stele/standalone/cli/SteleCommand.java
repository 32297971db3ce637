package org.stele.standalone.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.Reason;
import org.stele.verifier.SignCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands other than serving. */
@Command(
        name = "stele",
        description = "A ledger of what Member States file under S/RES/2397 (2017), paragraph 8. "
                + "Without a command it serves on http://127.0.0.1:8080 (STELE_PORT) and keeps all under STELE_HOME. "
                + "Serving takes Spring's options, such as --server.port=9090.",
        mixinStandardHelpOptions = true,
        versionProvider = SteleVersion.class,
        subcommands = {
            AcceptRootCommand.class,
            ChangeMasterKeyCommand.class,
            FsckCommand.class,
            ImportCommand.class,
            MigrateCommand.class,
            SignCommand.class
        })
public final class SteleCommand {

    /** Spring's own options name a property, which contains a dot. */
    private static final Pattern FOR_SPRING = Pattern.compile("--(debug|trace|[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*)");

    /** SQLSTATEs of a missing table or column. */
    private static final String MISSING_TABLE = "42P01";

    private static final String MISSING_COLUMN = "42703";

    /** Whether these arguments are a command's, or invalid; all others are passed to the server. */
    public static boolean isFor(String[] args) {
        return !Arrays.stream(args)
                .allMatch(argument -> FOR_SPRING.matcher(argument).matches());
    }

    /** Runs the command and returns its exit code: 0 done, 1 found or refused something, 2 wrong use, 3 not reachable. */
    public static int execute(String[] args) {
        return new CommandLine(new SteleCommand())
                .setExecutionExceptionHandler((failure, commandLine, result) -> {
                    commandLine.getErr().println(commandLine.getCommandName() + ": " + words(failure));
                    return exitCode(failure);
                })
                .execute(args);
    }

    private static String words(Exception failure) {
        if (failure instanceof SQLException sql
                && (MISSING_TABLE.equals(sql.getSQLState()) || MISSING_COLUMN.equals(sql.getSQLState()))) {
            return "The database is not as this version needs it (%s). Start this version once, or run: java -jar stele.jar migrate"
                    .formatted(failure.getMessage());
        }
        return Reason.of(failure);
    }

    private static int exitCode(Exception failure) {
        return switch (failure) {
            case Misconfigured _, FileSystemException _, IllegalArgumentException _ -> 2;
            case IOException _ -> 3;
            default -> 1;
        };
    }
}
