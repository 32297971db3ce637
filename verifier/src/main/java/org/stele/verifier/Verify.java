package org.stele.verifier;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code stele-verify}. */
@Command(
        name = "stele-verify",
        description =
                "Checks what a ledger handed out, without asking the ledger; signs what is filed there, without it.",
        footer = "Exit codes: 0 verified, 1 not verified, 2 wrong use, 3 not reachable.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BundleCommand.class,
            EventCommand.class,
            ProofCommand.class,
            LogCommand.class,
            CheckpointCommand.class,
            DiffCommand.class,
            SignCommand.class
        })
public final class Verify {

    static final int VERIFIED = 0;
    static final int NOT_VERIFIED = 1;
    static final int UNREACHABLE = 3;

    private Verify() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Runs the program within another one, and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Verify()).setExecutionExceptionHandler((failure, commandLine, result) -> {
            commandLine
                    .getErr()
                    .println("stele-verify could not finish, and says nothing of the evidence: " + failure
                            + ". Please report this.");
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
